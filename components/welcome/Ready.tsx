import { useState } from "preact/hooks";
import type { Crm } from "@/lib/domain";
import {
  addressOf,
  isReachable,
  language,
  openCrm,
  sites,
  welcomeText,
  type Destination,
} from "@/lib/view";

/** What may be read already: opens it with the panel beside it. Nothing before a CRM is allowed. */
export function Ready({ crms }: { crms: readonly Crm[] }) {
  const { ready } = welcomeText.value;
  const [opened, setOpened] = useState<boolean | null>(null);
  const granted = sites.value ?? [];
  const products = crms
    .filter(({ permissions }) => permissions.length > 0 && permissions.every(isIn(granted)))
    .map(({ names, permissions, start }) => ({
      name: names[language.value],
      patterns: permissions,
      start,
    }));
  const ofProducts = new Set(crms.flatMap(({ permissions }) => permissions));
  const own = granted
    .filter((pattern) => !ofProducts.has(pattern))
    .map((pattern) => ({ name: addressOf(pattern), patterns: [pattern] }));
  const all: ({ name: string } & Destination)[] = [...products, ...own].filter(isReachable);
  if (all.length === 0) return null;
  // The panel opens in the turn of the click only: nothing is awaited before.
  const open = (destination: Destination) => void openCrm(destination).then(setOpened);
  return (
    <section class="ready">
      <h2>{ready.title(all.map(({ name }) => name))}</h2>
      <p>{ready.text}</p>
      <div class="welcome-ways">
        {all.map(({ name, ...destination }) => (
          <button key={name} class="button" data-kind="go" onClick={() => open(destination)}>
            {ready.open(name)}
          </button>
        ))}
      </div>
      <p role="status" class="ready-state">
        {opened !== null && (opened ? ready.opened : ready.noPanel)}
      </p>
    </section>
  );
}

const isIn = (granted: readonly string[]) => (pattern: string) => granted.includes(pattern);
