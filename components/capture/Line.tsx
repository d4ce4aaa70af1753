import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { UNDOES_NOTHING } from "@/components/panel/keys";
import { captureText, LONGEST_TEXT, type Understood } from "@/lib/view";

/** The text with what was understood and what was not marked in it: the marks lie behind the letters. */
export function Line({
  field,
  id,
  value,
  parts,
  example,
  hint,
  undoesNothing,
  onType,
  onBlur,
  onKeyDown,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  id: string;
  value: string;
  parts: Understood["parts"];
  /** The name in the example of a line; none: the word for a name. */
  example: string;
  /** The id of what explains the field. */
  hint: string;
  /** It is empty, and not by what was typed: Undo is not of this field. */
  undoesNothing: boolean;
  onType: (typed: string) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const words = captureText.value;
  const marks = useRef<HTMLDivElement>(null);
  const scrollAlong = () => {
    if (marks.current && field.current) marks.current.scrollTop = field.current.scrollTop;
  };
  // The field scrolls to what is typed before the marks are as long.
  useLayoutEffect(scrollAlong);
  return (
    <div class="capture-line" data-empty={value === ""}>
      <div ref={marks} class="capture-marks" aria-hidden="true">
        {parts.map((part, n) => (
          <span key={n} data-as={part.as}>
            {part.text}
          </span>
        ))}
      </div>
      <textarea
        ref={field}
        id={id}
        rows={1}
        maxLength={LONGEST_TEXT}
        placeholder={words.placeholder(example)}
        aria-label={words.label}
        aria-describedby={hint}
        aria-keyshortcuts="/"
        autocomplete="off"
        value={value}
        {...(undoesNothing ? { [UNDOES_NOTHING]: "" } : {})}
        onBlur={onBlur}
        onScroll={scrollAlong}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}
