import { noRows, writeDataFile } from "@/lib/exchange";
import { send } from "@/lib/messages";
import { sampleDeal } from "@/lib/sample";
import { keyOf, type Claim, type CrmRecord } from "@/lib/domain";
import { browser } from "../browser";
import { press, until, type Surface } from "../scene";
import { noteWords } from "../words";

/** The settings, as their entrypoint mounts them, in the states that a user brings about. */

const mount = () => import("@/entrypoints/options/main");

/** What is read last: how much is stored, and the keys. */
const shownSettings = (root: HTMLElement) =>
  until(
    () =>
      root.querySelector(".data-amount") &&
      root.querySelector("#shortcuts :is(dl, .settings-empty)"),
  );

async function sample(): Promise<void> {
  // How much room it takes differs from one run to the next.
  navigator.storage.estimate = async () => ({ usage: 156_000, quota: 1e9 });
  const answer = await send("sample.add", {});
  if (!answer.ok) throw new Error(answer.detail);
}

/** Chooses a file with this text, as a user does. */
async function choose(root: HTMLElement, name: string, text: string): Promise<void> {
  noteWords(name);
  const input = await until(() => root.querySelector<HTMLInputElement>('input[type="file"]'));
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], name));
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A backup with settings, with a word of a day to come about somebody who is nowhere, and a new customer. */
async function backup(): Promise<string> {
  const at = Date.UTC(2026, 10, 19);
  const of = { crm: "demo", org: "acme" };
  const account: CrmRecord<"account"> = {
    key: keyOf({ ...of, kind: "account", id: "new" }),
    kind: "account",
    name: "Nordhafen",
    normalName: "nordhafen",
    markers: [],
    fields: {},
    firstSeen: at,
    lastSeen: at,
  };
  const said: Claim = {
    id: "019aa000-0000-7000-8000-000000000001",
    at: at + 90 * 86_400_000,
    by: "me",
    scope: sampleDeal("planning"),
    about: keyOf({ crm: "sample", org: "sample", kind: "contact", id: "ghost" }),
    says: { aspect: "left" },
    how: "interview",
    sure: "likely",
  };
  noteWords(account.name);
  const rows = { ...noRows(), records: [account], claims: [said] };
  let text = "";
  const file = { madeAt: at, madeBy: "0.1.0", settings: { theme: "dark" }, rows };
  for await (const piece of writeDataFile(file)) text += piece;
  return text;
}

export const settingsSurfaces: readonly Surface[] = [
  { name: "settings", mount, ready: shownSettings },
  {
    name: "settings-import",
    mount,
    prepare: sample,
    ready: shownSettings,
    act: async (root) => {
      await choose(root, "powermap-2026-11-19.json", await backup());
      await until(() => root.querySelector(".data-preview"));
    },
  },
  {
    name: "settings-import-refused",
    mount,
    ready: shownSettings,
    act: async (root) => {
      await choose(root, "notes.txt", "x");
      press(await until(() => root.querySelector(".data-trouble")), "summary");
    },
  },
  {
    name: "settings-erase",
    mount,
    prepare: sample,
    ready: shownSettings,
    act: async (root) => {
      const buttons = await until(() => root.querySelectorAll<HTMLElement>(".data-danger"));
      [...buttons].at(-1)?.click();
      await until(() => root.querySelector("dialog[open]"));
    },
  },
  {
    name: "settings-managed",
    mount,
    prepare: async () => {
      noteWords("crm.example");
      const { managed } = browser.storage as { managed: { set(of: object): Promise<void> } };
      await managed.set({
        sites: ["https://crm.example/*"],
        vocabulary: { skin: "blue-sheet" },
        retentionMonths: 12,
        exportDisabled: true,
      });
    },
    ready: shownSettings,
  },
];
