import { useId } from "preact/hooks";
import {
  ago,
  asWritten,
  calendarDate,
  compactMoney,
  money,
  nextCloseDate,
  pageOf,
  summaries,
  text,
  totals,
  type AccountLine,
  type OpportunityLine,
} from "@/lib/view";
import { Amount, AsWritten } from "@/components/ui/Amount";
import { Clamped } from "@/components/ui/Clamped";
import { NextStep } from "./NextStep";
import { RoleMarks } from "./RoleMarks";
import type { Drawn } from "./useWindow";

interface Options {
  current: OpportunityLine | undefined;
  optionId: (opportunity: OpportunityLine) => string;
  /** Which one of how many this is, of which only those in sight are drawn. */
  numberOf: (opportunity: OpportunityLine) => readonly [number: number, of: number];
  onOpen: (opportunity: OpportunityLine) => void;
}

/** One account of the list, with its open opportunities. */
export function Account({
  account,
  place: { index, gap, measure },
  showOrg,
  ...options
}: {
  account: AccountLine;
  place: Drawn & { measure: (element: Element | null) => void };
  showOrg: boolean;
} & Options) {
  const { popup } = text.value;
  const { name, org, isSample, opportunities, lastSeen } = account;
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={id}
      class="account"
      data-index={index}
      ref={measure}
      style={gap > 0 ? { marginTop: `${gap}px` } : {}}
    >
      <div role="presentation" class="account-head">
        <span id={id} class="account-name">
          <b>
            <Clamped name={name || popup.noAccount} />
          </b>
          {isSample && <span class="chip">{popup.sample}</span>}
          {showOrg && !isSample && <small class="dim"> {org}</small>}
        </span>
        <span class="account-facts">
          <Totals opportunities={opportunities} />
          <span>{popup.seen(ago(lastSeen))}</span>
        </span>
      </div>
      {opportunities.map((opportunity) => (
        <Opportunity key={opportunity.key} opportunity={opportunity} {...options} />
      ))}
    </div>
  );
}

/** How many several opportunities are, what they are worth, and when the next closes; one alone says it itself. */
function Totals({ opportunities }: { opportunities: readonly OpportunityLine[] }) {
  const { popup } = text.value;
  if (opportunities.length < 2) return null;
  const { sums, unclear } = totals(opportunities);
  const worth = sums.length > 0 || unclear > 0;
  const next = nextCloseDate(opportunities, new Date());
  return (
    <>
      <span>{popup.opportunities(opportunities.length)}</span>
      {worth && (
        <span title={sums.map(money).join(" + ")}>
          {[
            ...sums.map(compactMoney),
            ...(unclear > 0 ? [popup.unclearAmounts(unclear)] : []),
          ].join(" + ")}
        </span>
      )}
      {next && (
        <span>
          <NextClose date={next} />
        </span>
      )}
    </>
  );
}

function NextClose({ date: written }: { date: string }) {
  const { popup } = text.value;
  const { date, distance, past } = calendarDate(written);
  return past && distance !== null ? (
    <b class="overdue">{popup.overdue(distance)}</b>
  ) : (
    popup.nextCloses(date)
  );
}

function Opportunity({
  opportunity,
  current,
  optionId,
  numberOf,
  onOpen,
}: { opportunity: OpportunityLine } & Options) {
  const { popup } = text.value;
  const { key, name, stage, amount, closeDate } = opportunity;
  const url = pageOf(opportunity);
  const summary = summaries.value.get(key);
  const [number, of] = numberOf(opportunity);
  return (
    // A real link, so that it can be opened in another tab or copied; the keys are the search box's.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <a
      role="option"
      id={optionId(opportunity)}
      class="opportunity"
      tabIndex={-1}
      {...(url === null ? { title: popup.noPage } : { href: url })}
      aria-selected={key === current?.key}
      aria-setsize={of}
      aria-posinset={number}
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
      <RoleMarks marks={summary?.roles} />
      {summary?.step && (
        <>
          <Pause />
          <NextStep step={summary.step} />
        </>
      )}
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
