import { useState } from "preact/hooks";
import {
  connect,
  discard,
  refused,
  savingFailure,
  storeTrouble,
  text,
  unsaved,
  wordsIn,
  type Failure,
  type Unsaved,
} from "@/lib/view";
import "./saving.css";

/** What is not saved yet, and why; nothing while all is well. What was said stays here until it is. */
export function Saving() {
  const trouble = storeTrouble.value;
  const why = savingFailure.value ?? (trouble && (`storage-${trouble}` as const));
  const lost = refused.value;
  // What is on its way is not worth a word: only what has met a failure.
  if (why === null && lost.length === 0) return null;
  return (
    <div class="trouble" role="alert">
      {why !== null && <Waiting why={why} />}
      {trouble !== null && (
        <button class="button" onClick={() => void connect()}>
          {text.value.common.retry}
        </button>
      )}
      {lost.length > 0 && <Refused acts={lost} />}
    </div>
  );
}

/** What is still being sent, or waits for an update. */
function Waiting({ why }: { why: Failure }) {
  const { failure, panel } = text.value;
  const waiting = unsaved.value;
  return (
    <>
      <p>{failure[why]}</p>
      {waiting.length > 0 && (
        <>
          <p>
            {panel.unsaved(waiting.length)} {why !== "storage-newer" && panel.retrying}
          </p>
          <ul>
            {waiting.map((act) => (
              <li key={act.key}>
                <Words act={act} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What will never be saved: it stays to be read, until the user has done with it. */
function Refused({ acts }: { acts: readonly Unsaved[] }) {
  const { failure, panel } = text.value;
  const reasons = new Set(acts.flatMap((act) => act.failure ?? []));
  return (
    <>
      {[...reasons].map((reason) => (
        <p key={reason}>{failure[reason]}</p>
      ))}
      <p>{panel.refusedForGood(acts.length)}</p>
      <ul>
        {acts.map((act) => (
          <li key={act.key}>
            <Words act={act} />
            <Discard act={act} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Asks again before what was said is gone: in the place of the first click is then the way back. */
function Discard({ act }: { act: Unsaved }) {
  const { panel } = text.value;
  const [asking, setAsking] = useState(false);
  const first = asking ? panel.keep : panel.discard;
  return (
    <span class="discard">
      <button
        class="button"
        aria-label={panel.actOn(first, act.label)}
        onClick={() => setAsking(!asking)}
      >
        {first}
      </button>
      {asking && (
        <button
          class="button"
          aria-label={panel.actOn(panel.discardForGood, act.label)}
          onClick={() => discard(act)}
        >
          {panel.discardForGood}
        </button>
      )}
    </span>
  );
}

/** What the act was, and what was written in the user's own words: it is nowhere else on screen. */
function Words({ act: { label, claims } }: { act: Unsaved }) {
  const words = claims.flatMap((claim) => {
    // What was kept by another version may say nothing that we know.
    const says = "says" in claim ? (claim.says as typeof claim.says | null) : null;
    if (says === null) return [];
    return [wordsIn(claim), says.aspect === "known" ? says.title : null].filter(Boolean);
  });
  return (
    <>
      {label}
      {/* Who is added is added to the account and to the decision: once is enough. */}
      {[...new Set(words)].map((one) => (
        <q key={one}>{one}</q>
      ))}
    </>
  );
}
