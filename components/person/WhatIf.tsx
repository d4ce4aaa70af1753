import { useId, useState } from "preact/hooks";
import {
  decimal,
  percent,
  personText,
  reachOf,
  signed,
  text,
  whatIf,
  type PersonBelief,
  type PowerStructure,
} from "@/lib/view";

interface Supposed {
  stance?: number;
  access?: number;
}

/**
 * Where the support and the coverage would be if this person stood elsewhere. It lives as long as the view
 * of the person, and states nothing.
 */
export function WhatIf({ belief, structure }: { belief: PersonBelief; structure: PowerStructure }) {
  const { whatIf: texts } = personText.value;
  const { panel } = text.value;
  const [supposed, setSupposed] = useState<Supposed>({});
  const id = useId();
  const moved = supposed.stance !== undefined || supposed.access !== undefined;
  const { support, covered } = whatIf(structure, belief.person.key, belief, supposed);
  const spread = (one: PowerStructure["support"]) =>
    texts.spread(signed(one.estimate), decimal(reachOf(one)));
  const changed = (before: string, after: string) =>
    before === after ? texts.same(before) : texts.change(before, after);
  const { stance, access } = supposed;
  const stanceNames: Readonly<Record<string, string>> = panel.stance;
  const accessNames: Readonly<Record<string, string>> = panel.access;
  const stanceSaid =
    stance === undefined
      ? texts.unmoved
      : [signed(stance), stanceNames[stance]].filter(Boolean).join(", ");
  const accessSaid = access === undefined ? texts.unmoved : (accessNames[access] ?? "");
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
        value={stance ?? Math.round(belief.stance.estimate * 2) / 2}
        data-moved={stance !== undefined}
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
        value={access ?? Math.round(belief.access.estimate)}
        data-moved={access !== undefined}
        aria-valuetext={accessSaid}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          setSupposed({ ...supposed, access: valueAsNumber })
        }
      />
      <output class="what-if-result" for={`${id}-stance ${id}-access`}>
        {moved ? (
          <>
            <span>
              {texts.support} <b>{changed(spread(structure.support), spread(support))}</b>
            </span>
            <span>
              {texts.covered} <b>{changed(percent(structure.covered), percent(covered))}</b>
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
