import { useEffect, useState } from "preact/hooks";

/**
 * Whether a button of the mouse is down anywhere on the page. What lies under it must stay there until it is up: else
 * it goes up over something else, and nothing is clicked.
 */
export function usePressed(): boolean {
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    let isDown = false;
    const onMouse = ({ type, buttons }: MouseEvent) => {
      if (type === "mousedown") {
        isDown = true;
        setPressed(true); // before the field loses the focus by it
      } else if (isDown && buttons === 0) {
        isDown = false;
        setTimeout(() => setPressed(isDown)); // after the click, which comes right behind
      }
    };
    // The list of a choice may swallow that the button goes up: then the next movement tells.
    for (const type of ["mousedown", "mouseup", "mousemove"] as const)
      document.addEventListener(type, onMouse, { capture: true, signal: over.signal });
    return () => over.abort();
  }, []);
  return isPressed;
}
