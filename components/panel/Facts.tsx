import type { CrmRecord } from "@/lib/domain";
import { ago, amountOf, clock, day, tabState, text, type TabState } from "@/lib/view";
import { MenuButton } from "@/components/menu/MenuButton";
import { Amount, AsWritten } from "@/components/ui/Amount";
import { Clamped } from "@/components/ui/Clamped";
import { closingOf } from "./closing";
import "./facts.css";

/** The head of an opportunity: account, name, stage, amount, close date, and when it was read. */
export function OpportunityFacts({
  opportunity,
  account,
}: {
  opportunity: CrmRecord<"opportunity">;
  account: string;
}) {
  const { panel } = text.value;
  const { fields } = opportunity;
  const amount = amountOf(opportunity);
  const close = closingOf(opportunity);
  const status = fields.status?.value;
  return (
    <header class="facts">
      <div class="facts-top dim">
        <Clamped name={account} />
        <span class="facts-side">
          <ReadWhen record={opportunity} />
          <MenuButton />
        </span>
      </div>
      <h1>
        <Clamped name={opportunity.name || panel.noName} />
      </h1>
      <Unnamed record={opportunity} />
      <Gone record={opportunity} />
      <p class="facts-line dim">
        {fields.stage && <span class="chip">{String(fields.stage.value)}</span>}
        {(status === "won" || status === "lost") && (
          <span class="chip">{panel.status[status]}</span>
        )}
        {amount && (
          <span>
            <Amount amount={amount} />
          </span>
        )}
        {close && (
          <span>
            {close.quoted ? (
              <AsWritten>{close.words}</AsWritten>
            ) : (
              [close.words, close.distance].filter(Boolean).join(" · ")
            )}
          </span>
        )}
        {fields.owner && (
          <span>
            <span class="hidden-text">{panel.report.fields.owner}: </span>
            <Clamped name={String(fields.owner.value)} />
          </span>
        )}
      </p>
      <Incomplete record={opportunity} />
    </header>
  );
}

/** What a decision is told by, in the order of its head. */
const TELLING = ["name", "account", "stage", "amount", "closeDate"] as const;

/** What the page should show and does not, where it matters; from which hook the rest came is at the foot. */
function Incomplete({ record: { fields } }: { record: CrmRecord<"opportunity"> }) {
  const { common, panel } = text.value;
  const missing = inTab()?.report?.notFound ?? [];
  const lacking = TELLING.filter((field) => missing.includes(field));
  // What an earlier visit showed stands above all the same: then it is said from when it is.
  const kept = lacking.flatMap((field) => {
    const had = fields[field];
    return had ? [panel.keptFrom(panel.report.fields[field], day(had.at))] : [];
  });
  const unknown = lacking.filter((field) => !fields[field]);
  return (
    <>
      {kept.length > 0 && <p class="incomplete">{panel.incompleteKept(common.list(kept))}</p>}
      {unknown.length > 0 && (
        <p class="incomplete">
          {panel.incomplete(common.list(unknown.map((field) => panel.report.fields[field])))}
        </p>
      )}
    </>
  );
}

/** What the tab shows, where it is known and a record. */
function inTab(): TabState | null {
  const tab = tabState.value;
  return tab === "none" ? null : tab;
}

/** The record's own page shows nothing of it any more: what stands below is no longer current. */
function Gone({ record }: { record: CrmRecord }) {
  const gone = inTab()?.gone;
  return (
    <p class={gone ? "incomplete" : "hidden-text"} role="status">
      {gone && text.value.panel.gone(day(readLast(record)))}
    </p>
  );
}

/** Only a list of its people was read so far: the way to the page that names it. */
function Unnamed({ record: { name, url, fields } }: { record: CrmRecord }) {
  const { panel } = text.value;
  // A page that was read and shows no name is no list.
  if (name !== "" || Object.values(fields).some(({ own }) => own)) return null;
  return (
    <p class="facts-unnamed">
      {panel.unnamed}{" "}
      {url !== undefined && url !== inTab()?.url && (
        <a href={url} target="_blank" rel="noreferrer">
          {panel.openUnnamed}
        </a>
      )}
    </p>
  );
}

/** The head of an account or a person's page. */
export function PlainFacts({
  record,
  name,
  line,
}: {
  record: CrmRecord | null;
  name: string;
  line: string;
}) {
  return (
    <header class="facts">
      <div class="facts-top dim">
        <Clamped name={line} />
        <span class="facts-side">
          <ReadWhen record={record} />
          <MenuButton />
        </span>
      </div>
      <h1>
        <Clamped name={name || text.value.panel.noName} />
      </h1>
      {record && <Unnamed record={record} />}
      {record && <Gone record={record} />}
    </header>
  );
}

/** When the record's own page was read last; where it never was, when anything named it (ms since 1970). */
function readLast({ fields, lastSeen }: CrmRecord): number {
  const own = Object.values(fields).flatMap((field) => (field.own ? [field.at] : []));
  return own.length > 0 ? Math.max(...own) : lastSeen;
}

/** So long ago an earlier reading is told as the coming one will be, so that the head keeps its lines until then (ms). */
const AS_NOW = 3_600_000;

/** When the page was read, which ages with the clock; where this visit has shown nothing yet, when another did. */
function ReadWhen({ record }: { record: CrmRecord | null }) {
  const { panel } = text.value;
  const tab = inTab();
  const now = Math.min(clock.value, Date.now());
  // Without an address the panel is beside no page at all.
  if (!tab || tab.url === "") return null;
  if (tab.report) return <span>{panel.readAgo(ago(tab.report.at, now))}</span>;
  if (!record) return null;
  const last = readLast(record);
  const isComing = tab.state === "reading" && now - last < AS_NOW;
  return <span>{isComing ? panel.readAgo(ago(last, now)) : panel.readOn(day(last))}</span>;
}
