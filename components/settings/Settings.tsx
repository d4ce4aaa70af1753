import { useEffect } from "preact/hooks";
import type { Crm } from "@/lib/domain";
import { settingsText } from "@/lib/view";
import { AccessSection } from "./AccessSection";
import { Changed } from "./Changed";
import { DataSection } from "./data/DataSection";
import { HalfLivesSection } from "./HalfLivesSection";
import { LookSection } from "./LookSection";
import { Nav } from "./Nav";
import { RolesSection } from "./RolesSection";
import { SECTIONS } from "./sections";
import { ShortcutsSection } from "./ShortcutsSection";
import { TitlesSection } from "./TitlesSection";
import "./settings.css";
import "./fields.css";

/** The settings page: every setting in one column, and the list of its sections beside or above it. */
export function Settings({ crms }: { crms: readonly Crm[] }) {
  const words = settingsText.value;
  useEffect(() => {
    document.title = `${words.title} · Powermap`;
  }, [words]);
  return (
    <div class="settings">
      <header class="settings-head">
        <p class="settings-mark">
          <img src="/icon/icon.svg" alt="" width="24" height="24" /> Powermap
        </p>
        <h1>{words.title}</h1>
        <p class="dim">{words.lead}</p>
      </header>
      <Nav shown={SECTIONS} />
      <main class="settings-main">
        <AccessSection crms={crms} />
        <LookSection />
        <RolesSection />
        <TitlesSection />
        <HalfLivesSection />
        <ShortcutsSection />
        <DataSection crms={crms} />
      </main>
      <Changed />
    </div>
  );
}
