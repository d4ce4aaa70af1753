import { useState } from "preact/hooks";
import { PROFILE_ASPECTS, type ProfileAspect, type RecordKey } from "@/lib/domain";
import { text, type AccountData, type Reasoned } from "@/lib/view";
import { Choice } from "@/components/ui/Choice";
import { ProfileBlock } from "./ProfileBlock";
import "./profile.css";

/** What the profile is stated for: the account, or one opportunity where it differs. */
type Where = "account" | "opportunity";

/**
 * The building blocks of the customer that are not about one person, under a line that names them; each with
 * what it changes on the map.
 */
export function ProfileForm({
  view,
  nameOf,
}: {
  view: Reasoned<AccountData>;
  nameOf: (person: RecordKey<"contact">) => string;
}) {
  const { profile } = text.value;
  const [open, setOpen] = useState(false);
  const account = view.data.accountKeys[0];
  const ofDecision = view.scope !== account && view.scope.split(":")[2] === "opportunity";
  const [chosen, setWhere] = useState<Where>("account");
  const where: Where = account === undefined ? "opportunity" : chosen;
  const scopes: readonly RecordKey[] = where === "account" ? view.data.accountKeys : [view.scope];
  return (
    <details class="profile" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{profile.title}</b> <span class="dim">{summaryOf(view)}</span>
      </summary>
      {open && (
        <>
          {ofDecision && account !== undefined && (
            <Choice
              legend={profile.where}
              value={where}
              onChoose={setWhere}
              options={[
                { value: "account", label: profile.account },
                { value: "opportunity", label: profile.opportunity },
              ]}
            />
          )}
          {PROFILE_ASPECTS.map((aspect) => (
            <ProfileBlock
              key={`${where}/${aspect}`}
              aspect={aspect}
              view={view}
              scopes={scopes}
              nameOf={nameOf}
            />
          ))}
        </>
      )}
    </details>
  );
}

/** Each block's value, and whether it is stated, comes from the industry, or is what is taken else. */
function summaryOf({ profile }: Reasoned<AccountData>): string {
  const texts = text.value.profile;
  const part = (aspect: ProfileAspect) => {
    const { value, state } = profile[aspect];
    const names = texts[aspect] as Readonly<Record<string, string>>;
    const name = names[value] ?? value;
    if (state === "stated") return texts.source.stated(name);
    return state === "inferred" ? texts.source.industry(name) : texts.source.otherwise(name);
  };
  return PROFILE_ASPECTS.map(part).join(" · ");
}
