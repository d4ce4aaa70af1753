import type { CrmRecord } from "@/lib/domain";
import { ago, amountOf, asWritten, calendarDate, clock, tabState, text } from "@/lib/view";
import { MenuButton } from "@/components/menu/MenuButton";
import { Amount, AsWritten } from "@/components/ui/Amount";
import { Clamped } from "@/components/ui/Clamped";
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
  const close = fields.closeDate && calendarDate(String(fields.closeDate.value));
  const status = fields.status?.value;
  return (
    <header class="facts">
      <div class="facts-top dim">
        <Clamped name={account} />
        <span class="facts-side">
          <ReadWhen />
          <MenuButton />
        </span>
      </div>
      <h1>
        <Clamped name={opportunity.name || panel.noName} />
      </h1>
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
            {close.distance === null ? (
              <AsWritten>{panel.closes(asWritten(close.date))}</AsWritten>
            ) : (
              `${panel.closes(close.date)} · ${close.distance}`
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
      <Incomplete />
    </header>
  );
}

/** What a decision is told by, in the order of its head. */
const TELLING = ["name", "account", "stage", "amount", "closeDate"] as const;

/** What the page should show and does not, where it matters; from which hook the rest came is at the foot. */
function Incomplete() {
  const { common, panel } = text.value;
  const tab = tabState.value;
  const missing = tab === null || tab === "none" ? [] : (tab.report?.notFound ?? []);
  const fields = TELLING.filter((field) => missing.includes(field));
  if (fields.length === 0) return null;
  const names = fields.map((field) => panel.report.fields[field]);
  return <p class="incomplete">{panel.incomplete(common.list(names))}</p>;
}

/** The head of an account or a person's page. */
export function PlainFacts({ name, line }: { name: string; line: string }) {
  return (
    <header class="facts">
      <div class="facts-top dim">
        <Clamped name={line} />
        <span class="facts-side">
          <ReadWhen />
          <MenuButton />
        </span>
      </div>
      <h1>
        <Clamped name={name || text.value.panel.noName} />
      </h1>
    </header>
  );
}

/** When the page was read; it ages with the clock. */
function ReadWhen() {
  const tab = tabState.value;
  const now = Math.min(clock.value, Date.now());
  if (tab === null || tab === "none" || !tab.report) return null;
  return <span>{text.value.panel.readAgo(ago(tab.report.at, now))}</span>;
}
