import { useState } from "preact/hooks";
import type { Crm } from "@/lib/domain";
import {
  activeUrl,
  askFor,
  closedSite,
  isTabClosed,
  openRecord,
  openWelcome,
  readAgain,
  recent,
  sites,
  takenAway,
  text,
  type Permission,
  type Shown,
} from "@/lib/view";
import { MenuButton } from "@/components/menu/MenuButton";
import { lazily } from "@/components/ui/lazily";

const Allow = lazily(async () => (await import("./Allow")).ready());

/** What there was to show of the page; see {@link Shown}. */
type Of = Extract<Shown, { kind: "elsewhere" }>["of"];

/**
 * A page without a record: why, what Powermap can read, and the way back to what it knows.
 *
 * @param crms fetches the CRMs that may be allowed
 */
export function Elsewhere({ crms, of }: { crms: () => Promise<readonly Crm[]>; of?: Of }) {
  const { panel } = text.value;
  const opportunities = recent.value?.value ?? [];
  const isErased = takenAway.value === null && of === "erased";
  return (
    <div class="elsewhere">
      <div class="elsewhere-top">
        <h1>{isErased ? panel.elsewhere.erasedTitle : panel.elsewhere.title}</h1>
        <MenuButton />
      </div>
      {takenAway.value ? <TakenAway site={takenAway.value} /> : <Why crms={crms} of={of} />}
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

/**
 * Nothing is shown here: because no site is open to us, this one is not, the page shows no record, or what was read of
 * it was erased since. Where access is what may be missing, the buttons that ask for it.
 */
function Why({ crms, of }: { crms: () => Promise<readonly Crm[]>; of?: Of }) {
  const { elsewhere } = text.value.panel;
  if (isTabClosed.value) {
    return (
      <p class="notice" role="status">
        {elsewhere.tabClosed}
      </p>
    );
  }
  if (of === "erased") {
    return (
      <>
        <p class="notice" role="status">
          {elsewhere.erased}
        </p>
        <button class="button" onClick={() => void readAgain()}>
          {elsewhere.readAgain}
        </button>
      </>
    );
  }
  if (of === "unread") {
    return (
      <p class="notice" role="status">
        {elsewhere.unread}
      </p>
    );
  }
  const none = sites.value?.length === 0;
  const closed = none || activeUrl.value === null || closedSite.value !== null;
  return (
    <>
      <p class={none ? "notice" : undefined}>
        {none ? elsewhere.noSites : closed ? elsewhere.closed : elsewhere.noRecord}
      </p>
      <p>{elsewhere.reads}</p>
      {closed ? (
        <Allow crms={crms} />
      ) : (
        <button class="button" onClick={() => void openWelcome("crm")}>
          {elsewhere.welcome}
        </button>
      )}
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
