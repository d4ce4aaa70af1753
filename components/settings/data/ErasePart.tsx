import { useMemo, useState } from "preact/hooks";
import type { Crm } from "@/lib/domain";
import { decimal, language, policy, text } from "@/lib/view";
import {
  dataText,
  eraseData,
  erasedBy,
  exportAll,
  exporting,
  mentions,
  organisations,
  storedCounts,
  type Erased,
  type Organisation,
} from "@/lib/view/data";
import { Confirm } from "./Confirm";
import { Named } from "./Named";
import { PersonFinder } from "./PersonFinder";
import { Progress } from "./Progress";

/** What is to be erased, with its name for the question. */
interface Asked {
  of: Erased;
  name: string;
}

/** Away with a person, with what is known of one CRM, or with everything: asked first, with what goes and how much. */
export function ErasePart({ crms }: { crms: readonly Crm[] }) {
  const all = dataText.value;
  const words = all.erase;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState("");
  const ask = (next: Asked) => {
    setSaid("");
    setAsked(next);
  };
  const counts = storedCounts.value;
  const nothing = counts !== null && Object.values(counts).every((count) => count === 0);
  return (
    <div class="data-part">
      <h3 id="data-erase" tabIndex={-1}>
        {words.title}
      </h3>
      <p class="dim">{words.text}</p>
      <PersonFinder onChoose={({ key, name }) => ask({ of: { kind: "person", key }, name })} />
      <Organisations
        crms={crms}
        onChoose={({ crm, org }, name) => ask({ of: { kind: "organisation", crm, org }, name })}
      />
      <h4>{words.all}</h4>
      <button
        class="button data-danger"
        disabled={nothing}
        onClick={() => ask({ of: { kind: "all" }, name: "" })}
      >
        {words.allButton}
      </button>
      <p role="status" class="data-said" data-tone="done">
        {said}
      </p>
      {asked && (
        <Question
          asked={asked}
          onClose={(done) => {
            setAsked(null);
            if (!done) return;
            setSaid(asked.of.kind === "all" ? words.doneAll : words.done(asked.name));
            // The button that was pressed may be gone with what it was about.
            document.getElementById("data-erase")?.focus();
          }}
        />
      )}
    </div>
  );
}

function Organisations({
  crms,
  onChoose,
}: {
  crms: readonly Crm[];
  onChoose: (of: Organisation, name: string) => void;
}) {
  const all = dataText.value;
  const words = all.erase;
  const found = organisations.value;
  return (
    <>
      <h4>{words.organisation}</h4>
      {found.length === 0 ? (
        <p class="dim">{words.organisationNone}</p>
      ) : (
        <ul class="data-list">
          {found.map((one) => {
            const { claims, records } = one.counts;
            const product = crms.find(({ id }) => id === one.crm)?.names[language.value];
            const name = one.sample ? words.sample : `${product ?? one.crm} · ${one.org}`;
            return (
              <li key={`${one.crm}:${one.org}`}>
                <div>
                  <b>{name}</b>
                  <div class="dim">
                    {all.list([
                      ...one.accounts.slice(0, 3),
                      all.statements(claims, decimal(claims)),
                      all.records(records, decimal(records)),
                    ])}
                  </div>
                </div>
                <button
                  class="button"
                  aria-label={words.chooseLong(name)}
                  onClick={() => onChoose(one, name)}
                >
                  {words.choose}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function Question({ asked, onClose }: { asked: Asked; onClose: (done: boolean) => void }) {
  const all = dataText.value;
  const words = all.erase;
  const { of, name } = asked;
  // Once: what is asked about is not to change while it is being erased.
  const [named] = useState(() => (of.kind === "person" ? mentions(of.key) : []));
  const [spared, setSpared] = useState<ReadonlySet<string>>(
    () => new Set(named.filter(({ isName }) => isName).map(({ id }) => id)),
  );
  const whole: Erased = of.kind === "person" ? { ...of, words: { spare: [...spared] } } : of;
  const plan = useMemo(() => erasedBy(whole), [spared]);
  const [backing, setBacking] = useState(false);
  const spare = (id: string, spares: boolean) => {
    const next = new Set(spared);
    if (spares) next.add(id);
    else next.delete(id);
    setSpared(next);
  };
  const backup = backing ? exporting.value : null;
  const backUp = () => {
    setBacking(true);
    void exportAll();
  };
  const title = {
    person: words.confirmPerson(name),
    organisation: words.confirmOrganisation(name),
    all: words.confirmAll,
  };
  const parts = plan
    ? (
        [
          [all.statements, plan.gone.claims],
          [all.records, plan.gone.records],
          [words.links, plan.gone.links],
          [words.changes, plan.gone.changes],
        ] as const
      )
        .filter(([, count]) => count > 0)
        .map(([say, count]) => say(count, decimal(count)))
    : [];
  return (
    <Confirm
      title={title[of.kind]}
      yes={words.yes}
      working={words.working}
      onYes={() => eraseData(whole)}
      onClose={onClose}
      aside={
        of.kind === "all" &&
        !policy.value.exportDisabled && (
          <button type="button" class="button" data-kind="go" onClick={backUp}>
            {words.exportFirst}
          </button>
        )
      }
    >
      {parts.length > 0 && <p>{words.goes(text.value.common.list(parts))}</p>}
      {named.length > 0 && <Named all={named} spared={spared} onSpare={spare} />}
      {plan !== null && plan.redacted > 0 && (
        <p>{words.redacted(all.records(plan.redacted, decimal(plan.redacted)))}</p>
      )}
      <p>
        {of.kind === "all" && `${words.settingsStay} `}
        {words.forGood} {words.readAgain}
      </p>
      {backing && policy.value.exportDisabled && (
        <p role="status" class="data-said">
          {all.backup.disabled}
        </p>
      )}
      {backup?.state === "working" && <Progress label={all.backup.working} done={backup.done} />}
      {backup !== null && backup.state !== "working" && (
        <p role="status" class="data-said" data-tone={backup.state}>
          {all.backup[backup.state](backup.name)}
        </p>
      )}
    </Confirm>
  );
}
