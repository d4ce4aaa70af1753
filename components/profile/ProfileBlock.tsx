import {
  CULTURES,
  FOCUSES,
  LOCAL_AUTHOR,
  ORGANISATIONS,
  byTime,
  type ProfileAspect,
  type RecordKey,
  type Statement,
} from "@/lib/domain";
import {
  effectOf,
  percent,
  say,
  signed,
  stated,
  text,
  withdrawal,
  type AccountData,
  type Difference,
  type Reasoned,
} from "@/lib/view";
import { Choice } from "@/components/ui/Choice";

const VALUES = { organisation: ORGANISATIONS, culture: CULTURES, focus: FOCUSES } as const;
/** How many shares are named that are another than before. */
const SHIFTS = 3;
const GROUNDS = { how: "judgement", sure: "likely" } as const;

/** One building block: the user's own word on it, and what it changes on the map. */
export function ProfileBlock({
  aspect,
  view,
  scopes,
  nameOf,
}: {
  aspect: ProfileAspect;
  view: Reasoned<AccountData>;
  /** What the word holds for; said of the first, the others mean the same. */
  scopes: readonly RecordKey[];
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { panel, profile } = text.value;
  const { title, ...rest } = profile[aspect];
  const names = rest as Readonly<Record<string, string>>;
  const [scope] = scopes;
  const own = view.data.claims
    .filter(
      ({ says, scope: where, by }) =>
        says.aspect === aspect && scopes.includes(where) && by === LOCAL_AUTHOR,
    )
    .toSorted(byTime);
  const newest = own.at(-1)?.says as { value: string } | undefined;
  const { state, evidence } = view.profile[aspect];
  const source = state === "inferred" ? evidence[0]?.source : undefined;
  const choose = (value: string) => {
    if (scope === undefined) return;
    if (value === "unset") void say(profile.unsaid(title), own.map(withdrawal));
    else {
      const says = { aspect, value } as Statement;
      void say(profile.said(title, names[value] ?? value), [stated(scope, scope, says, GROUNDS)]);
    }
  };
  return (
    <div class="profile-block">
      <Choice
        legend={title}
        wide
        value={newest?.value ?? "unset"}
        onChoose={choose}
        options={[
          ...VALUES[aspect].map((value) => ({ value: value as string, label: names[value] ?? "" })),
          { value: "unset", label: panel.person.unset, long: panel.person.unsetLong, unset: true },
        ]}
      />
      {source !== undefined && <p class="dim">{profile.fromIndustry(source)}</p>}
      <div role="status">
        {state !== "unknown" && <Effect difference={effectOf(view, aspect)} nameOf={nameOf} />}
      </div>
    </div>
  );
}

/** What a block changes on the map, against what is taken where nothing is known of it. */
function Effect({
  difference: { shifts, support, covered },
  nameOf,
}: {
  difference: Difference;
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { common, decision, profile } = text.value;
  const { effect } = profile;
  const changes = [
    ...shifts
      .slice(0, SHIFTS)
      .map(({ person, before, after }) =>
        effect.change(
          person === null ? effect.notFound : nameOf(person),
          percent(before),
          percent(after),
        ),
      ),
    ...(shifts.length > SHIFTS ? [effect.more(shifts.length - SHIFTS)] : []),
    ...changed(decision.supportName, signed(support.before), signed(support.after)),
    ...changed(decision.coveredName, percent(covered.before), percent(covered.after)),
  ];
  return (
    <p class="profile-effect">
      {changes.length === 0 ? effect.nothing : effect.changes(common.list(changes))}
    </p>
  );

  function changed(what: string, before: string, after: string): string[] {
    return before === after ? [] : [effect.change(what, before, after)];
  }
}
