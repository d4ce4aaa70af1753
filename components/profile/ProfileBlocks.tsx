import { useState } from "preact/hooks";
import { PROFILE_ASPECTS, type RecordKey } from "@/lib/domain";
import { text, type AccountData, type Reasoned } from "@/lib/view";
import { Choice } from "@/components/ui/Choice";
import { ProfileBlock } from "./ProfileBlock";

/** What the profile is stated for: the account, or one opportunity where it differs. */
type Where = "account" | "opportunity";

export interface ProfileProps {
  view: Reasoned<AccountData>;
  nameOf: (person: RecordKey<"contact">) => string;
}

/** The building blocks, each with what it changes on the map. */
export function ProfileBlocks({ view, nameOf }: ProfileProps) {
  const { profile } = text.value;
  const account = view.data.accountKeys[0];
  const ofDecision = view.scope !== account && view.scope.split(":")[2] === "opportunity";
  const [chosen, setWhere] = useState<Where>("account");
  const where: Where = account === undefined ? "opportunity" : chosen;
  const scopes: readonly RecordKey[] = where === "account" ? view.data.accountKeys : [view.scope];
  return (
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
  );
}
