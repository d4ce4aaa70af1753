import { useState } from "preact/hooks";
import { decimal } from "@/lib/view";
import {
  dataText,
  moment,
  restoreSnapshot,
  snapshots,
  storedCounts,
  type Counts,
  type Snapshot,
} from "@/lib/view/data";
import { Confirm } from "./Confirm";

/** What was there before imports, each to be put back. */
export function SnapshotsPart() {
  const all = dataText.value;
  const words = all.snapshots;
  const [asked, setAsked] = useState<Snapshot | null>(null);
  const [restored, setRestored] = useState(false);
  const kept = snapshots.value ?? [];
  const amount = ({ claims, records }: Counts) =>
    all.list([all.statements(claims, decimal(claims)), all.records(records, decimal(records))]);
  const now = storedCounts.value;
  return (
    <div class="data-part">
      <h3 id="data-snapshots" tabIndex={-1}>
        {words.title}
      </h3>
      <p class="dim">{words.text}</p>
      {kept.length === 0 ? (
        <p class="settings-empty">{words.none}</p>
      ) : (
        <ul class="data-list">
          {kept.map((snapshot) => (
            <li key={snapshot.id}>
              <div>
                <b>{moment(snapshot.at)}</b>
                <span class="dim"> {words.before[snapshot.before]}</span>
                <div class="dim">{amount(snapshot.counts)}</div>
              </div>
              <button
                class="button"
                aria-label={words.restoreLong(moment(snapshot.at))}
                onClick={() => {
                  setRestored(false);
                  setAsked(snapshot);
                }}
              >
                {words.restore}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="data-said" data-tone="done">
        {restored && words.done}
      </p>
      {asked && (
        <Confirm
          title={words.confirmTitle}
          yes={words.restore}
          working={all.import.sending(moment(asked.at))}
          onYes={() => restoreSnapshot(asked.id)}
          onClose={(done) => {
            setAsked(null);
            setRestored(done);
            if (done) document.getElementById("data-snapshots")?.focus();
          }}
        >
          <p>{words.confirm(moment(asked.at), amount(asked.counts), now ? amount(now) : "?")}</p>
        </Confirm>
      )}
    </div>
  );
}
