import { useId, useRef, useState } from "preact/hooks";
import { STRENGTHS, type CrmRecord, type RecordKey, type Strength } from "@/lib/domain";
import { personText, text } from "@/lib/view";
import { EvidenceList } from "@/components/evidence/EvidenceList";
import { latest, type Speaker } from "./speaker";

type Person = CrmRecord<"contact">;

/** Whom the person reports to, and whom they move. */
export function TieEditor({ speaker, others }: { speaker: Speaker; others: readonly Person[] }) {
  return (
    <>
      <ReportsTo speaker={speaker} others={others} />
      <Influences speaker={speaker} others={others} />
    </>
  );
}

/** Whom they report to and whom they move, as far as that is known; empty where nothing is. */
export function tiesLine({ belief, nameOf }: Pick<Speaker, "belief" | "nameOf">): string {
  const { andMore, atTop, listed, movesWhom, under } = personText.value;
  const { reportsTo, influences } = belief;
  const [first, ...more] = influences;
  return listed([
    ...(reportsTo ? [reportsTo.to === null ? atTop : under(nameOf(reportsTo.to))] : []),
    ...(first ? [movesWhom(andMore(nameOf(first.whom), more.length))] : []),
  ]);
}

const TOP = "top";
const UNSET = "";

function ReportsTo({ speaker, others }: { speaker: Speaker; others: readonly Person[] }) {
  const { panel } = text.value;
  const { belief, own, nameOf, says, unsays } = speaker;
  const id = useId();
  const stated = latest(own, "reports-to");
  const value = stated === null ? UNSET : (stated.to ?? TOP);
  const inferred = belief.reportsTo?.evidence.claim === undefined ? belief.reportsTo : null;
  const choose = (next: string) => {
    if (next === UNSET) unsays(panel.person.reportsTo, (one) => one.aspect === "reports-to");
    else {
      const to = next === TOP ? null : (next as RecordKey<"contact">);
      const name = to === null ? panel.person.top : nameOf(to);
      says(panel.said.reportsTo(belief.person.name, name), { aspect: "reports-to", to });
    }
  };
  return (
    <section class="scale">
      <h3>
        <label for={id}>{panel.person.reportsTo}</label>
      </h3>
      <select
        id={id}
        class="select"
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value={UNSET}>
          {inferred?.to ? `${nameOf(inferred.to)} (${panel.evidence.crm})` : panel.person.notStated}
        </option>
        <option value={TOP}>{panel.person.top}</option>
        {others.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      {belief.reportsTo && (
        <EvidenceList
          evidence={[belief.reportsTo.evidence]}
          nameOf={nameOf}
          scope={speaker.scope}
        />
      )}
    </section>
  );
}

function Influences({ speaker, others }: { speaker: Speaker; others: readonly Person[] }) {
  const { panel } = text.value;
  const { belief, nameOf, says, unsays, own } = speaker;
  const [whom, setWhom] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLSelectElement>(null);
  const [strength, setStrength] = useState<Strength>(2);
  const moved = new Set<string>(belief.influences.map((tie) => tie.whom));
  const choices = others.filter(({ key }) => !moved.has(key));
  const add = () => {
    const key = whom as RecordKey<"contact">;
    says(panel.said.influences(belief.person.name, nameOf(key)), {
      aspect: "influences",
      whom: key,
      strength,
      holds: true,
    });
    setWhom("");
    // The button has nothing to do now, and would let go of the focus.
    (choices.length > 1 ? field : heading).current?.focus();
  };
  const remove = (key: RecordKey<"contact">) => {
    const isTie = (one: { aspect: string; whom?: string }) =>
      one.aspect === "influences" && one.whom === key;
    if (own.some(({ says: said }) => isTie(said))) unsays(panel.person.influences, isTie);
    else {
      says(panel.said.unset(belief.person.name, panel.person.influences), {
        aspect: "influences",
        whom: key,
        strength: 1,
        holds: false,
      });
    }
  };
  return (
    <section class="scale">
      <h3 ref={heading} tabIndex={-1}>
        {panel.person.influences}
      </h3>
      <ul class="ties">
        {belief.influences.map((tie) => (
          <li key={tie.whom}>
            <span>
              {nameOf(tie.whom)}{" "}
              <span class="dim">{panel.person.strength[Math.round(tie.strength) as Strength]}</span>
            </span>
            <button
              class="button"
              data-kind="quiet"
              aria-label={panel.person.remove(nameOf(tie.whom))}
              onClick={() => remove(tie.whom)}
            >
              ×
            </button>
            <EvidenceList evidence={tie.evidence} nameOf={nameOf} scope={speaker.scope} />
          </li>
        ))}
      </ul>
      {choices.length > 0 && (
        <div class="tie-add">
          <select
            ref={field}
            class="select"
            aria-label={panel.person.influencesAdd}
            value={whom}
            onChange={(event) => setWhom(event.currentTarget.value)}
          >
            <option value="">{panel.person.influencesAdd}</option>
            {choices.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
          <select
            class="select"
            aria-label={panel.person.strengthTitle}
            value={strength}
            onChange={(event) => setStrength(Number(event.currentTarget.value) as Strength)}
          >
            {STRENGTHS.map((one) => (
              <option key={one} value={one}>
                {panel.person.strength[one]}
              </option>
            ))}
          </select>
          <button class="button" disabled={whom === ""} onClick={add}>
            {panel.person.add}
          </button>
        </div>
      )}
    </section>
  );
}
