import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Crm } from "@/components/access/crm";
import { Crms } from "@/components/access/Crms";
import { OwnAddresses } from "@/components/access/OwnAddresses";
import { settingsText } from "@/lib/view";
import { Nav } from "./Nav";
import { SECTIONS, type SectionId } from "./sections";
import "./settings.css";

/** The settings page: every setting in one column, and a list of the sections beside or above it. */
export function Settings({ crms }: { crms: readonly Crm[] }) {
  const words = settingsText.value;
  useEffect(() => {
    document.title = `${words.title} · Powermap`;
  }, [words]);
  const content: Partial<Record<SectionId, ComponentChildren>> = {
    access: (
      <>
        <p class="dim">{words.access.lead}</p>
        <Crms crms={crms.filter(({ permissions }) => permissions.length > 0)} />
        <OwnAddresses crms={crms} />
      </>
    ),
  };
  const shown = SECTIONS.filter((id) => content[id] !== undefined);
  return (
    <div class="settings">
      <header class="settings-head">
        <p class="settings-mark">
          <img src="/icon/icon.svg" alt="" width="24" height="24" /> Powermap
        </p>
        <h1>{words.title}</h1>
        <p class="dim">{words.lead}</p>
      </header>
      <Nav shown={shown} />
      <main class="settings-main">
        {shown.map((id) => (
          <section key={id} id={id} class="settings-section" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`} tabIndex={-1}>
              {words.sections[id]}
            </h2>
            {content[id]}
          </section>
        ))}
      </main>
    </div>
  );
}
