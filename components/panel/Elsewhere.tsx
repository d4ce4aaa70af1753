import { useState } from "preact/hooks";
import {
  activeUrl,
  askFor,
  openRecord,
  openWelcome,
  recent,
  sites,
  takenAway,
  text,
  type Permission,
} from "@/lib/view";

/** A page without a record: why, what Powermap can read, and the way back to what it knows. */
export function Elsewhere() {
  const { panel } = text.value;
  const opportunities = recent.value?.value ?? [];
  return (
    <div class="elsewhere">
      <h1>{panel.elsewhere.title}</h1>
      {takenAway.value ? <TakenAway site={takenAway.value} /> : <Why />}
      {opportunities.length > 0 && (
        <section>
          <h2>{panel.elsewhere.recent}</h2>
          <ul>
            {opportunities.map(({ key, name, url, fields }) => (
              <li key={key}>
                <button class="also-person" onClick={() => url && void openRecord({ key, url })}>
                  <b>{name || panel.noName}</b>{" "}
                  {fields.account && <span class="dim">{String(fields.account.value)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Nothing is read here: because no site is open to us, this one is not, or the page shows no record. */
function Why() {
  const { elsewhere } = text.value.panel;
  const none = sites.value?.length === 0;
  return (
    <>
      <p class={none ? "notice" : undefined}>
        {none
          ? elsewhere.noSites
          : activeUrl.value === null
            ? elsewhere.closed
            : elsewhere.noRecord}
      </p>
      <p>{elsewhere.reads}</p>
      <button class="button" data-kind={none ? "go" : undefined} onClick={() => void openWelcome()}>
        {elsewhere.welcome}
      </button>
    </>
  );
}

/** Access to this site was taken away: one click gives it back. */
function TakenAway({ site }: { site: NonNullable<(typeof takenAway)["value"]> }) {
  const { elsewhere } = text.value.panel;
  const [answer, setAnswer] = useState<Permission | null>(null);
  return (
    <>
      <p class="notice" role="status">
        {elsewhere.takenAway(site.host)}
        {answer !== null && answer !== "allowed" && ` ${elsewhere.notAllowed}`}
      </p>
      {/* In the turn of the click, before anything is awaited: later the browser does not ask. */}
      <button
        class="button"
        data-kind="go"
        onClick={() => void askFor([site.pattern]).then(setAnswer)}
      >
        {elsewhere.allowAgain}
      </button>
    </>
  );
}
