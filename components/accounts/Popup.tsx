import {
  addressOf,
  connect,
  openAccounts,
  openOptions,
  openPanel,
  openSite,
  openWelcome,
  sites,
  storeFailure,
  text,
  trySample,
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
  const list = openAccounts.value;
  if (list !== null && (list.accounts.length > 0 || list.firstOf !== null)) {
    return <AccountSearch {...list} />;
  }
  if (list === null || sites.value === null) {
    return storeFailure.value === null ? <Skeleton label={popup.loading} /> : null;
  }
  return sites.value.length === 0 ? <NoSites /> : <NothingRead sites={sites.value} />;
}

/** No CRM is opened to Powermap: the way there, or to the sample. */
function NoSites() {
  const { popup } = text.value;
  return (
    <div class="popup-state">
      <h1>{popup.noSites.title}</h1>
      <p>{popup.noSites.text}</p>
      <p class="popup-buttons">
        <button class="button" data-kind="go" onClick={() => void openWelcome().then(close)}>
          {popup.noSites.button}
        </button>
        <SampleButton />
      </p>
    </div>
  );
}

/** So many CRMs get a button of their own. */
const MOST_SITES = 3;

/** Nothing was read yet: the way to the CRM, or to the sample. */
function NothingRead({ sites }: { sites: readonly string[] }) {
  const { popup } = text.value;
  // A pattern with a star names no one page that could be opened.
  const hosts = sites.filter((site) => !site.includes("*.")).map(addressOf);
  return (
    <div class="popup-state">
      <h1>{popup.nothingRead.title}</h1>
      <p>{popup.nothingRead.text}</p>
      <p class="popup-buttons">
        {hosts.slice(0, MOST_SITES).map((host) => (
          <button
            key={host}
            class="button"
            data-kind="go"
            onClick={() => void openSite(host).then(close)}
          >
            {popup.nothingRead.openSite(host)}
          </button>
        ))}
        <SampleButton />
      </p>
    </div>
  );
}

function SampleButton() {
  const { popup } = text.value;
  const [failed, setFailed] = useState(false);
  const open = () =>
    void trySample().then((opened) => {
      if (opened) close();
      else setFailed(true);
    });
  return (
    <>
      <button class="button" onClick={open}>
        {popup.nothingRead.sample}
      </button>
      <span role="alert">{failed && popup.nothingRead.sampleFailed}</span>
    </>
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
      <button class="button" data-kind="quiet" onClick={() => void openWelcome("crm").then(close)}>
        {popup.sites}
      </button>
      <button class="button" data-kind="quiet" onClick={() => void openOptions().then(close)}>
        {popup.settings}
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
