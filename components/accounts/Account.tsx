import { useId } from "preact/hooks";
import {
  asWritten,
  calendarDate,
  money,
  text,
  totals,
  type AccountLine,
  type OpportunityLine,
} from "@/lib/view";
import { Amount, AsWritten } from "@/components/ui/Amount";
import { Clamped } from "@/components/ui/Clamped";
import { RoleMarks } from "./RoleMarks";

interface Options {
  current: OpportunityLine | undefined;
  optionId: (opportunity: OpportunityLine) => string;
  onOpen: (opportunity: OpportunityLine) => void;
}

/** One account of the list, with its open opportunities. */
export function Account({
  account,
  showOrg,
  ...options
}: { account: AccountLine; showOrg: boolean } & Options) {
  const { popup } = text.value;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} class="account">
      <div role="presentation" class="account-head">
        <span id={id} class="account-name">
          <b>
            <Clamped name={account.name || popup.noAccount} />
          </b>
          {showOrg && <small class="dim"> {account.org}</small>}
        </span>
        <Total opportunities={account.opportunities} />
      </div>
      {account.opportunities.map((opportunity) => (
        <Opportunity key={opportunity.key} opportunity={opportunity} {...options} />
      ))}
    </div>
  );
}

/** What several opportunities are worth together, per currency; one alone says it itself. */
function Total({ opportunities }: { opportunities: readonly OpportunityLine[] }) {
  const { sums, unclear } = totals(opportunities);
  if (opportunities.length < 2 || sums.length === 0) return null;
  return (
    <span class="account-total">
      {[
        ...sums.map(money),
        ...(unclear > 0 ? [text.value.popup.unclearAmounts(unclear)] : []),
      ].join(" + ")}
    </span>
  );
}

function Opportunity({
  opportunity,
  current,
  optionId,
  onOpen,
}: { opportunity: OpportunityLine } & Options) {
  const { popup } = text.value;
  const { name, url, stage, amount, closeDate, coverage } = opportunity;
  return (
    // A real link, so that it can be opened in another tab or copied; the keys are the search box's.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <a
      role="option"
      id={optionId(opportunity)}
      class="opportunity"
      tabIndex={-1}
      {...(url === null ? { title: popup.noPage } : { href: url })}
      aria-selected={opportunity.key === current?.key}
      aria-disabled={url === null}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(opportunity);
      }}
    >
      <span class="opportunity-name">
        <Clamped name={name || popup.noName} />
        <Pause />
      </span>
      <span class="opportunity-amount">
        {amount && (
          <>
            <Amount amount={amount} />
            <Pause />
          </>
        )}
      </span>
      <span class="opportunity-facts">
        {stage && (
          <span class="chip">
            {stage}
            <Pause />
          </span>
        )}
        {closeDate && (
          <span>
            <CloseDate date={closeDate} />
            <Pause />
          </span>
        )}
      </span>
      <RoleMarks marks={coverage} />
    </a>
  );
}

/** Lets a screen reader pause between two parts that only space separates on the screen. */
function Pause() {
  return <span class="hidden-text">, </span>;
}

function CloseDate({ date: written }: { date: string }) {
  const { popup, panel } = text.value;
  const { date, distance, past } = calendarDate(written);
  if (distance === null) return <AsWritten>{asWritten(written)}</AsWritten>;
  return (
    <>
      <span class="hidden-text">{panel.closes(date)}</span>
      <span aria-hidden="true">{date}</span>
      {" · "}
      {past ? <b class="overdue">{popup.overdue(distance)}</b> : distance}
    </>
  );
}
