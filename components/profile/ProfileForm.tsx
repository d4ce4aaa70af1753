import { useState } from "preact/hooks";
import { PROFILE_ASPECTS, type ProfileAspect } from "@/lib/domain";
import { text, type AccountData, type Reasoned } from "@/lib/view";
import { lazily } from "@/components/ui/lazily";
import type { ProfileProps } from "./ProfileBlocks";
import "./profile.css";

const Blocks = lazily(async () => (await import("./ProfileBlocks")).ProfileBlocks);

/** The building blocks of the customer that are not about one person, under a line that names them. */
export function ProfileForm(props: ProfileProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="profile" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{text.value.profile.title}</b> <span class="dim">{summaryOf(props.view)}</span>
      </summary>
      {open && <Blocks {...props} />}
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
