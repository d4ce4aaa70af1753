import { useEffect } from "preact/hooks";
import { leaveAsked, shownInstead, text } from "@/lib/view";
import { BACK } from "./keys";
import "./back.css";

/** Back from somebody who was asked for to what the page in the tab is about. */
export function BackToPage() {
  useEffect(() => {
    document.addEventListener(BACK, leaveAsked);
    return () => document.removeEventListener(BACK, leaveAsked);
  }, []);
  if (shownInstead.value === null) return null;
  return (
    <button class="button back-to-page" data-kind="quiet" onClick={leaveAsked}>
      ← {text.value.common.back}
    </button>
  );
}
