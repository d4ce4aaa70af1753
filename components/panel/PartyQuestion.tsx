import { keyOf } from "@/lib/domain";
import { say, stated, tabState, text } from "@/lib/view";
import { MenuButton } from "@/components/menu/MenuButton";

/** A CRM keeps companies and people in one table, and this page does not tell which it shows. */
export function PartyQuestion({ name }: { name: string }) {
  const { panel } = text.value;
  const tab = tabState.value;
  if (tab === null || tab === "none" || !tab.place) return null;
  const { place } = tab;
  const answer = (kind: "account" | "contact") => {
    const key = keyOf({ ...place, kind });
    void say(panel.said.party(name), [
      stated(key, key, { aspect: "party", kind }, { how: "judgement", sure: "certain" }),
    ]);
  };
  return (
    <div class="elsewhere">
      <div class="elsewhere-top">
        <h1>{panel.party.question(name)}</h1>
        <MenuButton />
      </div>
      <p class="dim">{panel.party.why}</p>
      <p class="party-answers">
        <button class="button" onClick={() => answer("account")}>
          {panel.party.account}
        </button>
        <button class="button" onClick={() => answer("contact")}>
          {panel.party.contact}
        </button>
      </p>
    </div>
  );
}
