import { keyOf, type RecordKey, type RecordKind } from "@/lib/domain";
import { send } from "@/lib/messages";
import { SAMPLE_ORG, sampleDeal } from "@/lib/sample";
import type { Locale } from "@/lib/i18n";
import { desk } from "../browser";
import { cases } from "../cases";
import { told } from "../cast";
import { remember } from "../store";
import { noteWords } from "../words";
import { press, until, type Surface } from "../scene";
import { settingsSurfaces } from "./settings";

/** Whole surfaces, as their entrypoints mount them, on the real store and background. */

const panel = () => import("@/entrypoints/sidepanel/main");
const popup = () => import("@/entrypoints/popup/main");
const welcome = () => import("@/entrypoints/welcome/main");

async function sample(): Promise<void> {
  const answer = await send("sample.add", {});
  if (!answer.ok) throw new Error(answer.detail);
}

/** Some accounts, each with what is known and what is not. */
async function several(language: Locale): Promise<void> {
  await remember(Object.values(cases).map((one) => told(one, language)));
}

/** The panel beside a tab that shows this. */
async function beside(state: Record<string, unknown>): Promise<void> {
  const { writeTab } = await import("@/lib/store");
  const url = desk.tab.url;
  await writeTab(desk.tab.id, { url, sequence: 1, place: null, key: null, ...state } as never);
}

/** A later Powermap has been here: what it wrote cannot be read. */
function newerDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("powermap", 9_990);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

/** An opportunity of which nothing is stored. */
const UNSTORED = keyOf({ crm: "demo", org: "acme", kind: "opportunity", id: "unstored" });
const sampleKey = (kind: RecordKind, id: string) => keyOf({ ...SAMPLE_ORG, kind, id });
/** The list, with how well the roles are covered. */
async function shownAccounts(root: HTMLElement): Promise<void> {
  await until(() => root.querySelector("[role=option]"));
  await until(() => root.querySelector(".role-mark:not([data-state=unread])"));
}

const about = (record: RecordKey) => `?record=${encodeURIComponent(record)}`;
const deal = about(sampleDeal("planning"));
/** The map, and the box at the foot, which comes when the map stands. */
async function shownPeople(root: HTMLElement): Promise<void> {
  await until(() => root.querySelector(".person-row"));
  await until(() => root.querySelector(".capture textarea"));
}

/** Types into a field as a user does. */
function type(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  noteWords(text.split(/[ ,]+/u));
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

export const surfaces: readonly Surface[] = [
  { name: "panel", mount: panel, search: deal, prepare: sample, ready: shownPeople },
  {
    name: "panel-little-known",
    mount: panel,
    search: about(sampleDeal("cold")),
    prepare: sample,
    ready: shownPeople,
  },
  {
    name: "panel-account",
    mount: panel,
    search: about(sampleKey("account", "account")),
    prepare: sample,
    ready: shownPeople,
  },
  {
    name: "panel-person",
    mount: panel,
    search: about(sampleKey("contact", "it")),
    prepare: sample,
    ready: (root) => until(() => root.querySelector(".person")),
  },
  {
    name: "panel-capture",
    mount: panel,
    search: deal,
    prepare: sample,
    ready: shownPeople,
    act: async (root, language) => {
      const field = await until(() => root.querySelector<HTMLTextAreaElement>(".capture textarea"));
      type(
        field,
        language === "zh_CN"
          ? "林晓云 决策者 支持 昨天见过 喜欢喝茶"
          : "Nina is dm, supports us, met yesterday, drinks tea",
      );
      // What is not understood is told after a pause.
      await until(() => root.querySelector(".capture-left"));
    },
  },
  {
    name: "panel-offline",
    mount: panel,
    search: about(sampleDeal("cold")),
    prepare: async () => {
      Object.defineProperty(navigator, "onLine", { value: false });
      await sample();
    },
    ready: shownPeople,
  },
  {
    name: "panel-menu",
    mount: panel,
    search: deal,
    prepare: sample,
    ready: shownPeople,
    act: async (root) => {
      press(root, ".menu-button");
      await until(() => root.querySelector("dialog[open]"));
    },
  },
  {
    name: "panel-said",
    mount: panel,
    search: deal,
    prepare: sample,
    ready: shownPeople,
    act: async (root) => {
      press(root, ".also summary");
      root.querySelector<HTMLElement>(".person-button")?.click();
      await until(() => root.querySelector(".role-row"));
      root.querySelector<HTMLElement>(".role-row input:not(:checked)")?.click();
      await until(() => root.querySelector(".toast"));
    },
  },
  {
    name: "panel-loading",
    mount: panel,
    prepare: () => beside({ state: "reading", key: UNSTORED }),
    ready: (root) => until(() => root.querySelector(".skeleton")),
  },
  {
    name: "panel-elsewhere",
    mount: panel,
    prepare: async (language) => {
      await several(language);
      await beside({ state: "elsewhere" });
    },
    ready: (root) => until(() => root.querySelector(".elsewhere li")),
  },
  {
    name: "panel-unread",
    mount: panel,
    prepare: async (language) => {
      await several(language);
      await beside({ state: "unread", gone: true });
    },
    ready: (root) => until(() => root.querySelector(".elsewhere li")),
  },
  {
    name: "panel-erased",
    mount: panel,
    prepare: () => beside({ state: "read", key: UNSTORED }),
    ready: (root) => until(() => root.querySelector(".elsewhere .button")),
  },
  {
    name: "panel-gone",
    mount: panel,
    prepare: async () => {
      await sample();
      await beside({ state: "unread", gone: true, key: sampleDeal("cold") });
    },
    ready: shownPeople,
  },
  {
    name: "panel-no-access",
    mount: panel,
    prepare: () => {
      desk.granted = [];
    },
    ready: (root) => until(() => root.querySelector(".elsewhere .access")),
  },
  {
    name: "panel-party",
    mount: panel,
    prepare: () =>
      beside({
        state: "party",
        name: "Huadong Manufacturing Group",
        place: { crm: "tryton", org: "acme", kind: "party", id: "7" },
      }),
    ready: (root) => until(() => root.querySelector(".party-answers")),
  },
  {
    name: "panel-newer",
    mount: panel,
    prepare: async () => {
      await newerDatabase();
      await beside({ state: "read", key: sampleDeal("planning") });
    },
    ready: (root) => until(() => root.querySelector(".trouble")),
  },
  {
    name: "panel-unsaved",
    mount: panel,
    search: deal,
    prepare: async () => {
      await sample();
      desk.answer = () => ({ ok: false, failure: "storage-full", detail: "" });
    },
    ready: shownPeople,
    act: async (root) => {
      root.querySelector<HTMLElement>(".person-button")?.click();
      await until(() => root.querySelector(".role-row"));
      root.querySelector<HTMLElement>(".role-row input:not(:checked)")?.click();
      await until(() => root.querySelector(".trouble li"));
    },
  },
  {
    name: "panel-refused",
    mount: panel,
    search: deal,
    prepare: async () => {
      await sample();
      desk.answer = () => ({ ok: false, failure: "malformed", detail: "" });
    },
    ready: shownPeople,
    act: async (root) => {
      root.querySelector<HTMLElement>(".person-button")?.click();
      await until(() => root.querySelector(".role-row"));
      root.querySelector<HTMLElement>(".role-row input:not(:checked)")?.click();
      (await until(() => root.querySelector<HTMLElement>(".discard .button"))).click();
    },
  },
  {
    name: "popup",
    mount: popup,
    prepare: several,
    ready: shownAccounts,
  },
  {
    name: "popup-not-found",
    mount: popup,
    prepare: several,
    ready: shownAccounts,
    act: async (root) => {
      type(await until(() => root.querySelector<HTMLInputElement>(".popup-search")), "zzz");
      await until(() => !root.querySelector("[role=option]"));
    },
  },
  {
    name: "popup-offer",
    mount: popup,
    prepare: async (language) => {
      await several(language);
      desk.tab.url = "https://acme.lightning.force.com/lightning/o/Account/list";
    },
    ready: async (root) => {
      await shownAccounts(root);
      await until(() => root.querySelector(".closed-site"));
    },
  },
  {
    name: "popup-nothing-read",
    mount: popup,
    ready: (root) => until(() => root.querySelector(".popup-state")),
  },
  {
    name: "popup-no-sites",
    mount: popup,
    prepare: () => {
      desk.granted = [];
    },
    ready: (root) => until(() => root.querySelector(".popup-state")),
  },
  {
    name: "popup-newer",
    mount: popup,
    prepare: newerDatabase,
    ready: (root) => until(() => root.querySelector("[role=alert]")),
  },
  ...["", "#data", "#crm"].map((hash): Surface => ({
    name: `welcome${hash.replace("#", "-")}`,
    mount: welcome,
    hash,
    ready: (root) => until(() => root.querySelector("h1")),
  })),
  ...settingsSurfaces,
];
