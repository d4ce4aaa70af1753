import { useId, useState } from "preact/hooks";
import {
  decimal,
  percent,
  personText,
  reachOf,
  signed,
  text,
  whatIf,
  type AccountData,
  type PersonBelief,
  type PowerStructure,
  type Reasoned,
  type ScaleBelief,
} from "@/lib/view";
import { isBlind } from "@/components/map/blind";

interface Supposed {
  stance?: number;
  access?: number;
}

/**
 * Where the support and the coverage would be if this person stood elsewhere. It lives as long as the view
 * of the person, and states nothing.
 */
export function WhatIf({
  belief,
  beliefs,
  structure,
}: {
  belief: PersonBelief;
  beliefs: Reasoned<AccountData>["beliefs"];
  structure: PowerStructure;
}) {
  const { whatIf: texts } = personText.value;
  const { panel, common } = text.value;
  const [supposed, setSupposed] = useState<Supposed>({});
  const id = useId();
  const moved = supposed.stance !== undefined || supposed.access !== undefined;
  // The whole map is reckoned anew: not before anybody asks.
  const then = moved
    ? whatIf(beliefs, structure, belief.person.key, supposed)
    : { ...structure, perStep: 0 };
  const { stance, access } = supposed;
  // Once a stance is supposed, this share of the decision is no longer unknown.
  const learned = stance !== undefined && belief.stance.state === "unknown" ? then.perStep : 0;
  const support = (one: PowerStructure["support"], unknown: number) =>
    isBlind({ shares: structure.shares, unknown })
      ? common.unknown
      : texts.spread(signed(one.estimate), decimal(reachOf(one)));
  const changed = (before: string, after: string) =>
    before === after ? texts.same(before) : texts.change(before, after);
  const stanceNames: Readonly<Record<string, string>> = panel.stance;
  const accessNames: Readonly<Record<string, string>> = panel.access;
  const unmoved = ({ state }: ScaleBelief) =>
    state === "unknown" ? common.unknown : texts.unmoved;
  const stanceSaid =
    stance === undefined
      ? unmoved(belief.stance)
      : common.list([signed(stance), stanceNames[stance] ?? ""].filter(Boolean));
  const accessSaid = access === undefined ? unmoved(belief.access) : (accessNames[access] ?? "");
  return (
    <details class="what-if">
      <summary>{texts.title}</summary>
      <label for={`${id}-stance`}>
        {texts.stance} <b>{stanceSaid}</b>
      </label>
      <input
        id={`${id}-stance`}
        type="range"
        min={-2}
        max={2}
        step={0.5}
        value={stance ?? Math.round((belief.stance.said ?? 0) * 2) / 2}
        data-moved={stance !== undefined}
        data-unset={stance === undefined && belief.stance.state === "unknown"}
        aria-valuetext={stanceSaid}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          setSupposed({ ...supposed, stance: valueAsNumber })
        }
      />
      <label for={`${id}-access`}>
        {texts.access} <b>{accessSaid}</b>
      </label>
      <input
        id={`${id}-access`}
        type="range"
        min={0}
        max={3}
        step={1}
        value={access ?? Math.round(belief.access.said ?? 0)}
        data-moved={access !== undefined}
        data-unset={access === undefined && belief.access.state === "unknown"}
        aria-valuetext={accessSaid}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          setSupposed({ ...supposed, access: valueAsNumber })
        }
      />
      <output class="what-if-result" for={`${id}-stance ${id}-access`}>
        {moved ? (
          <>
            <span>
              {texts.support}{" "}
              <b>
                {changed(
                  support(structure.support, structure.unknown),
                  support(then.support, structure.unknown - learned),
                )}
              </b>
            </span>
            <span>
              {texts.covered} <b>{changed(percent(structure.covered), percent(then.covered))}</b>
            </span>
          </>
        ) : (
          <span class="dim">{texts.hint}</span>
        )}
      </output>
      <button class="button" disabled={!moved} onClick={() => setSupposed({})}>
        {texts.reset}
      </button>
    </details>
  );
}
