import {
  connect,
  openAccounts,
  openPanel,
  openWelcome,
  sites,
  storeFailure,
  text,
} from "@/lib/view";
import { useState } from "preact/hooks";
import { AccountSearch } from "./AccountSearch";
import { ClosedSite, type Reads } from "./ClosedSite";
import "./popup.css";

/**
 * The toolbar popup: the open accounts, the way to each opportunity, and access to the site in the
 * active tab.
 *
 * @param reads whether a recipe reads a page; given by the entrypoint, which knows the recipes
 */
export function Popup({ reads }: { reads: Reads }) {
  return (
    <main class="popup">
      <Trouble />
      <Content />
      <ClosedSite reads={reads} />
      <Actions />
    </main>
  );
}

/** Why nothing can be read. What was read before stays on screen, and what was typed with it. */
function Trouble() {
  const { failure, common } = text.value;
  const failed = storeFailure.value;
  if (failed === null) return null;
  return (
    <div class="popup-state" role="alert">
      <p>{failure[`storage-${failed}`]}</p>
      <button class="button" onClick={() => void connect()}>
        {common.retry}
      </button>
    </div>
  );
}

function Content() {
  const { popup } = text.value;
  const accounts = openAccounts.value;
  if (accounts === null || sites.value === null) {
    return storeFailure.value === null ? <Skeleton label={popup.loading} /> : null;
  }
  if (accounts.length > 0) return <AccountSearch accounts={accounts} />;
  if (sites.value.length === 0) {
    return (
      <div class="popup-state">
        <h1>{popup.noSites.title}</h1>
        <p>{popup.noSites.text}</p>
        <button class="button" data-kind="go" onClick={() => void openWelcome().then(close)}>
          {popup.noSites.button}
        </button>
      </div>
    );
  }
  return (
    <div class="popup-state">
      <h1>{popup.nothingRead.title}</h1>
      <p>{popup.nothingRead.text}</p>
    </div>
  );
}

function Actions() {
  const { popup } = text.value;
  const [refused, setRefused] = useState(false);
  // The panel opens in the turn of the click only: nothing is awaited before.
  const open = () => void openPanel().then((opened) => (opened ? close() : setRefused(true)));
  return (
    <footer class="popup-actions">
      <button class="button" onClick={open}>
        {popup.openPanel}
      </button>
      <button class="button" data-kind="quiet" onClick={() => void openWelcome().then(close)}>
        {popup.sites}
      </button>
      <p role="status" class={refused ? "dim" : "hidden-text"}>
        {refused && popup.panelRefused}
      </p>
    </footer>
  );
}

/** Seen only when loading takes longer than a glance (the style waits 100 ms). */
function Skeleton({ label }: { label: string }) {
  return (
    <div class="popup-skeleton" role="status">
      <span class="hidden-text">{label}</span>
      {[100, 45, 90, 70, 55, 85].map((width, index) => (
        <i key={index} style={{ width: `${width}%` }} aria-hidden="true" />
      ))}
    </div>
  );
}

function close(): void {
  window.close();
}
