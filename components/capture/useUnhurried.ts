import { useEffect, useRef, useState } from "preact/hooks";
import type { Understood } from "@/lib/view";
import { usePressed } from "./usePressed";

/** How long nobody types until what stands there is taken as all that was meant (ms). */
const PAUSE = 1_000;

/**
 * What is understood of a line, but for the words that are still being typed: that those are not understood is told
 * only when the user pauses or leaves the field, and no button of the mouse is down: what is told makes room for
 * itself. Once told it stays told while they go on.
 *
 * @param isWritten the line is known to be whole: it is checked, or nobody typed it
 */
export function useUnhurried(
  line: string,
  understood: Understood,
  isWritten: boolean,
): { shown: Understood; holdsBack: boolean; settle: () => void } {
  const [settled, setSettled] = useState(line);
  const toldAt = useRef(-1);
  const isPressed = usePressed();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(line), PAUSE);
    return () => clearTimeout(timer);
  }, [line]);

  const last = understood.left.at(-1);
  const isLast = last !== undefined && last.end >= line.trimEnd().length;
  const isSettled = (settled === line && !isPressed) || isWritten;
  const holdsBack = isLast && !isSettled && last.start !== toldAt.current;
  if (isSettled || !isLast) toldAt.current = isLast ? last.start : -1;
  return {
    shown: holdsBack ? withoutLast(understood) : understood,
    holdsBack,
    settle: () => setSettled(line),
  };
}

function withoutLast({ proposals, left, parts }: Understood): Understood {
  const at = parts.findLastIndex(({ as }) => as === "left");
  return {
    proposals,
    left: left.slice(0, -1),
    parts: parts.map((part, n) => (n === at ? { ...part, as: "glue" as const } : part)),
  };
}
