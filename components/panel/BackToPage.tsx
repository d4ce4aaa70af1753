import { useEffect } from "preact/hooks";
import { isInstead, leaveAsked, text } from "@/lib/view";
import { BACK } from "./keys";
import "./back.css";

/**
 * Back from somebody who was asked for to what the page in the tab is about.
 *
 * @param onBack the user goes back
 */
export function BackToPage({ onBack }: { onBack: () => void }) {
  const instead = isInstead.value;
  useEffect(() => {
    if (!instead) return undefined;
    const back = () => {
      onBack();
      leaveAsked();
    };
    document.addEventListener(BACK, back);
    return () => document.removeEventListener(BACK, back);
  }, [instead]);
  if (!instead) return null;
  return (
    <button
      class="button back-to-page"
      data-kind="quiet"
      onClick={() => document.dispatchEvent(new Event(BACK))}
    >
      ← {text.value.common.back}
    </button>
  );
}
