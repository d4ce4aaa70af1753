import { useState } from "preact/hooks";
import { dataText, diagnostics, storedRows } from "@/lib/view/data";

/** What a bug report needs, to be read before it is copied. */
export function DiagnosticsPart() {
  const words = dataText.value.diagnostics;
  const [told, setTold] = useState("");
  const [said, setSaid] = useState<"" | "copied" | "failed">("");
  const copy = async () => {
    const all = await diagnostics(storedRows.value);
    setTold(all);
    // Later than the click, and still its doing: browsers allow some seconds.
    await navigator.clipboard.writeText(all).then(
      () => setSaid("copied"),
      () => setSaid("failed"),
    );
  };
  return (
    <div class="data-part">
      <h3>{words.title}</h3>
      <p class="dim">{words.text}</p>
      <details
        class="data-diagnostics"
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) void diagnostics(storedRows.value).then(setTold);
        }}
      >
        <summary>{words.show}</summary>
        {/* It scrolls, so it must be reachable by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre tabIndex={0} role="region" aria-label={words.title}>
          {told}
        </pre>
      </details>
      <div class="data-ways">
        <button class="button" onClick={() => void copy()}>
          {words.copy}
        </button>
      </div>
      <p role="status" class="data-said" data-tone={said === "failed" ? "failed" : "done"}>
        {said !== "" && words[said]}
      </p>
    </div>
  );
}
