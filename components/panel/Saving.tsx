import {
  connect,
  savingFailure,
  storeTrouble,
  text,
  unsaved,
  type Failure,
  type Unsaved,
} from "@/lib/view";

/** What another try cannot mend. (What waits for an update is tried again after it.) */
const REFUSED: ReadonlySet<Failure> = new Set<Failure>(["malformed", "foreign", "unknown"]);

/** What is not saved yet, and why; nothing while all is well. What was said stays here until it is. */
export function Saving() {
  const { failure, panel, common } = text.value;
  const waiting = unsaved.value;
  const trouble = storeTrouble.value;
  const why = savingFailure.value ?? (trouble && (`storage-${trouble}` as const));
  // What is on its way is not worth a word: only what has met a failure.
  if (why === null) return null;
  return (
    <div class="trouble" role="alert">
      <p>{failure[why]}</p>
      {waiting.length > 0 && (
        <>
          <p>
            {panel.unsaved(waiting.length)}{" "}
            {REFUSED.has(why) ? panel.refusedForGood : why !== "storage-newer" && panel.retrying}
          </p>
          <ul>
            {waiting.map((act) => (
              <li key={act.claims[0]?.id}>
                {act.label}
                {notesOf(act).map((note) => (
                  <q key={note}>{note}</q>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {trouble !== null && (
        <button class="button" onClick={() => void connect()}>
          {common.retry}
        </button>
      )}
    </div>
  );
}

/** What was written in the user's own words: it is nowhere else on screen while it is not saved. */
function notesOf({ claims }: Unsaved): string[] {
  return claims.flatMap((claim) => {
    if (!("says" in claim)) return [];
    const { says } = claim;
    if (says.aspect === "note" || says.aspect === "objection") return [says.text];
    return says.aspect === "step" && says.why !== undefined ? [says.why] : [];
  });
}
