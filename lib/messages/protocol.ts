import type * as v from "valibot";
import type { RecordKey, SeenPerson } from "@/lib/domain";
import type { requestSchemas } from "./schema";

/** Why a message was refused or could not be carried out. Texts for people are in the locales. */
export const FAILURES = [
  /** The data does not fit the schema of the message. */
  "malformed",
  /** The sender may not send this message. */
  "foreign",
  /** No such message. */
  "unknown",
  /** The disk or the quota is full. */
  "storage-full",
  /** Another page holds the database open in an older version. */
  "storage-blocked",
  /** The database was written by a newer Powermap. */
  "storage-newer",
  /** The database cannot be opened or read. */
  "storage-broken",
  /** The background did not answer (it is being restarted or updated). */
  "no-answer",
  "unexpected",
] as const;
export type Failure = (typeof FAILURES)[number];

export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure; detail: string };

type Requests = { [M in keyof typeof requestSchemas]: v.InferOutput<(typeof requestSchemas)[M]> };

/** Rows of each table. */
type Counts = Record<"records" | "links" | "claims" | "changes", number>;

/** What an import wrote. */
export interface Imported {
  added: Counts;
  updated: Counts;
  /** Claims left out, since another one has their id. */
  conflicts: number;
}

interface Answers {
  /** The content script says which record its page shows, before it has read it. */
  "page.seen": null;
  /** The content script reports what it read. */
  "page.read": null;
  /** The content script reports that its page shows nothing of its record. */
  "page.unread": null;
  /** Writes claims; answered only when they are on disk. The ids that are now recorded. */
  "claims.record": { recorded: string[] };
  /** Withdraws one claim (the page's own toast); answered only when it is on disk. */
  "claim.undo": null;
  /** Whether the database can be written. */
  "store.check": null;
  /** Keeps a part of a data file until the whole is there; nothing is merged yet. */
  "data.stage": null;
  /** Merges a file that was staged, whole or not at all; what was there before is kept as a snapshot. */
  "data.import": Imported;
  /** Throws staged parts away. */
  "data.discard": null;
  /** Puts a snapshot in the place of what is there, which is kept as a snapshot too. */
  "data.restore": Counts;
  /** Erases for good; how many rows went. */
  "data.erase": Counts;
  /**
   * The page says whom the context menu may be opened on next, so that it can show what is set; answered once it
   * does. `shown`: it did so before.
   */
  "cursor.at": { shown: boolean };
  /** The roles of people whom the page shows, in their order, for its badges. */
  "badges.roles": { roles: RoleTag[][] };
  /** The panel of a window was opened: where it does not show itself, its page opens in a tab. */
  "panel.expect": null;
  /** Adds the sample account in the user's language, where it is not there already. */
  "sample.add": { opportunity: RecordKey<"opportunity"> };
}

/** The messages that the background answers. */
export type MessageName = keyof Requests;
export type Request<M extends MessageName> = Requests[M];
export type AnswerTo<M extends MessageName> = Answers[M];

/** A role as a badge in the page writes it. */
export interface RoleTag {
  label: string;
  /** The same, where there is little room. */
  short: string;
  contested: boolean;
}

/** A message on the wire. */
export interface Envelope<M extends MessageName = MessageName> {
  powermap: M;
  data: Request<M>;
}

/** A short notice in the page. The background speaks the user's language; the page only shows it. */
export interface Notice {
  text: string;
  tone: "done" | "error";
  close: string;
  /** Offers to take back the claims of one act. */
  undo?: { label: string; claims: string[]; undone: string; failed: string };
}

/** What the background asks of the content script of a page. */
export interface PageRequests {
  /** Who was under the cursor when the context menu opened last. */
  "cursor.person": Record<string, never>;
  /** Whose link has the focus. */
  "focus.person": Record<string, never>;
  /** Shows a short notice in the page, with a button that undoes what was done. */
  "toast.show": Notice;
  /** Reads and reports the page again: what is known of it has changed. */
  "page.again": Record<string, never>;
  /** Asks anew for the roles that badges show; answered only where the page has badges. */
  "badges.again": Record<string, never>;
  /** Takes all badges off the page. */
  "badges.stop": Record<string, never>;
}
export interface PageAnswers {
  /** `ready`: the menu was opened with the checks of this very person. */
  "cursor.person": { url: string; person: SeenPerson | null; ready: boolean };
  "focus.person": { url: string; person: SeenPerson | null };
  "toast.show": null;
  "page.again": null;
  "badges.again": { there: true };
  "badges.stop": null;
}
export type PageMessageName = keyof PageRequests;
export interface PageEnvelope<M extends PageMessageName = PageMessageName> {
  powermapPage: M;
  data: PageRequests[M];
}
