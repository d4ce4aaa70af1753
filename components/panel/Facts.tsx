import type { CrmRecord } from "@/lib/domain";
import { ago, amountOf, calendarDate, money, tabState, text } from "@/lib/view";

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
        <span>{account}</span>
        <ReadWhen />
      </div>
      <h1>{opportunity.name || panel.noName}</h1>
      <p class="facts-line dim">
        {fields.stage && <span class="chip">{String(fields.stage.value)}</span>}
        {(status === "won" || status === "lost") && (
          <span class="chip">{panel.status[status]}</span>
        )}
        {amount && <span>{money(amount)}</span>}
        {close && (
          <span>
            {panel.closes(close.date)}
            {close.distance && ` · ${close.distance}`}
          </span>
        )}
        {fields.owner && <span>{String(fields.owner.value)}</span>}
      </p>
    </header>
  );
}

/** The head of an account or a person's page. */
export function PlainFacts({ name, line }: { name: string; line: string }) {
  return (
    <header class="facts">
      <div class="facts-top dim">
        <span>{line}</span>
        <ReadWhen />
      </div>
      <h1>{name || text.value.panel.noName}</h1>
    </header>
  );
}

function ReadWhen() {
  const tab = tabState.value;
  if (tab === null || tab === "none" || !tab.report) return null;
  return <span>{text.value.panel.readAgo(ago(tab.report.at))}</span>;
}
