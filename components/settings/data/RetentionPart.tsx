import { changeSetting, clock, day, decimal, policy, settingOf } from "@/lib/view";
import { dataText, nextToExpire, retentionMonths } from "@/lib/view/data";

/** Months that are offered; what was set otherwise is offered too. */
const OFFERED = [6, 12, 24, 36, 60];

/** How long claims about people are kept, and what will go when. */
export function RetentionPart() {
  const words = dataText.value.retention;
  const managed = policy.value.retentionMonths !== null;
  const months = retentionMonths.value;
  const offered = [...new Set([...OFFERED, ...(months ? [months] : [])])].toSorted((a, b) => a - b);
  return (
    <div class="data-part">
      <h3>{words.title}</h3>
      <p class="dim">{words.text}</p>
      <p class="dim">{words.unseen}</p>
      {managed && <p class="settings-managed">{words.managed}</p>}
      <label class="field-label" for="data-retention">
        {words.label}
      </label>
      <select
        id="data-retention"
        class="field"
        disabled={managed}
        value={String(managed ? (months ?? 0) : settingOf("retentionMonths"))}
        onChange={({ currentTarget }) => {
          const chosen = Number(currentTarget.value);
          void changeSetting("retentionMonths", () => chosen, words.changed);
        }}
      >
        {offered.map((count) => (
          <option key={count} value={String(count)}>
            {words.months(count)}
          </option>
        ))}
        <option value="0">{words.forever}</option>
      </select>
      <p class="data-next">{months === null ? words.kept : <Next />}</p>
    </div>
  );
}

function Next() {
  const all = dataText.value;
  const words = all.retention;
  const expiring = nextToExpire.value;
  const count = (claims: number) => all.statements(claims, decimal(claims));
  const due = expiring.filter(({ at }) => at <= clock.value);
  const [next, ...later] = expiring.filter(({ at }) => at > clock.value);
  const sum = (of: typeof expiring) => of.reduce((total, { claims }) => total + claims.length, 0);
  if (expiring.length === 0) return <>{words.none}</>;
  return (
    <>
      {due.length > 0 && `${words.today(count(sum(due)))} `}
      {next && words.next(day(next.at), count(next.claims.length), next.opportunity.name)}
      {later.length > 0 && ` ${words.more(decimal(sum(later)))}`}
    </>
  );
}
