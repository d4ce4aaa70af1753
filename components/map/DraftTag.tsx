import { text } from "@/lib/view";

/** Something was typed here that is not said yet. */
export function DraftTag() {
  return (
    <span class="tag" data-state="draft">
      {text.value.decision.draft}
    </span>
  );
}
