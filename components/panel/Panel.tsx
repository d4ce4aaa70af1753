import { useEffect, useRef } from "preact/hooks";
import type { Crm, RecordKey } from "@/lib/domain";
import { day, shown, text, type AccountData, type PersonBelief } from "@/lib/view";
import { Capture } from "@/components/capture/Capture";
import { RoleTags } from "@/components/map/RoleTags";
import { saidStep, stanceWords } from "@/components/map/stance";
import { Menu, openMenu } from "@/components/menu/MenuButton";
import { Person } from "@/components/person/Person";
import { Sample } from "@/components/sample/Sample";
import { takesFocus } from "@/components/ui/keepsFocus";
import { Toast } from "@/components/ui/Toast";
import { BackToPage } from "./BackToPage";
import { Condition } from "./Condition";
import { DecisionMap } from "./DecisionMap";
import { Elsewhere } from "./Elsewhere";
import { pressed } from "./keys";
import { Loss } from "./Loss";
import { OpportunityFacts, PlainFacts } from "./Facts";
import { Foot } from "./Foot";
import { FootPlace } from "./FootPlace";
import { PartyQuestion } from "./PartyQuestion";
import { Saving } from "./Saving";
import "./panel.css";
import "./states.css";

/** The side panel: the record in the active tab, and what is known of those who decide on it. */
export function Panel({ crms }: { crms: () => Promise<readonly Crm[]> }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => pressed(event, () => void openMenu("help"));
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <main class="panel">
      <Condition />
      <Saving />
      <Loss />
      <Sample />
      <Content crms={crms} />
      <PanelMenu />
      <FootPlace>
        <Toast />
        <Capture />
      </FootPlace>
    </main>
  );
}

/** The menu is of what is shown: of a decision or an account it can be passed on. */
function PanelMenu() {
  const view = shown.value;
  const { noName } = text.value.panel;
  if (view.kind !== "opportunity" && view.kind !== "account") {
    return <Menu view={null} nameOf={() => noName} />;
  }
  return <Menu key={view.key} view={view} nameOf={namesIn(view.data, noName)} />;
}

function Content({ crms }: { crms: () => Promise<readonly Crm[]> }) {
  const { panel } = text.value;
  const view = shown.value;
  const wentBack = useRef(false);
  const key = "key" in view ? view.key : view.kind;
  // What is shown instead of somebody who was asked for has the focus that was with them.
  useEffect(() => {
    if (!wentBack.current || view.kind === "loading") return;
    wentBack.current = false;
    if (document.activeElement !== document.body) return;
    takesFocus(document.querySelector<HTMLElement>("main h1"), true);
  }, [key]);
  switch (view.kind) {
    case "loading":
      return <Skeleton label={panel.loading} atOnce={view.waited ?? false} />;
    case "failed":
      return <p class="part dim">{panel.unshown}</p>;
    case "elsewhere":
      return <Elsewhere crms={crms} of={view.of} />;
    case "party":
      return <PartyQuestion name={view.name} />;
    case "opportunity":
      return (
        <>
          <OpportunityFacts
            opportunity={view.data.opportunity}
            account={
              view.data.account?.name ?? String(view.data.opportunity.fields.account?.value ?? "")
            }
          />
          <DecisionMap view={view} key={view.key} />
          <Foot
            changed={{ changes: view.data.changes, nameOf: namesIn(view.data, panel.noName) }}
          />
        </>
      );
    case "account":
      return (
        <>
          <PlainFacts
            record={view.data.account}
            name={view.data.account?.name ?? ""}
            line={String(view.data.account?.fields.industry?.value ?? "")}
          />
          <OpportunityLinks title={panel.opportunities} opportunities={view.data.opportunities} />
          <DecisionMap view={view} key={view.key} />
          <Foot />
        </>
      );
    case "contact": {
      const { data, beliefs, structure, scope } = view;
      const belief = beliefs.get(data.person.key);
      return (
        <>
          <BackToPage onBack={() => (wentBack.current = true)} />
          <PlainFacts
            record={data.person}
            name={data.person.name}
            line={data.account?.name ?? ""}
          />
          <OpportunityLinks
            title={panel.person.namedOn}
            opportunities={data.named}
            rolesIn={view.inOpportunities}
            isTakenOff={(one) => !data.links.some(({ opportunity }) => opportunity === one)}
          />
          {belief && (
            <Person
              key={view.key}
              belief={belief}
              beliefs={beliefs}
              data={data}
              structure={structure}
              scope={scope}
              nameOf={namesIn(data, panel.noName)}
            />
          )}
          <Foot />
        </>
      );
    }
  }
}

/** The names of people by any key that means them. */
function namesIn(
  { people, personOf }: Pick<AccountData, "people" | "personOf">,
  noName: string,
): (person: RecordKey<"contact">) => string {
  const names = new Map(people.map(({ key, name }) => [key, name]));
  return (key) => names.get(personOf(key)) || noName;
}

function OpportunityLinks({
  title,
  opportunities,
  rolesIn,
  isTakenOff,
}: {
  title: string;
  opportunities: readonly { key: RecordKey; name: string; url?: string }[];
  /** The person's part in each of them. */
  rolesIn?: ReadonlyMap<RecordKey, PersonBelief | null>;
  /** Whether the CRM names the person there no longer. */
  isTakenOff?: (opportunity: RecordKey) => boolean;
}) {
  if (opportunities.length === 0) return null;
  return (
    <section class="part">
      <h2>{title}</h2>
      <ul class="links">
        {opportunities.map(({ key, name: itsName, url }) => {
          const name = itsName || text.value.panel.noName;
          return (
            <li key={key}>
              {url ? (
                <a href={url} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ) : (
                name
              )}
              <PartIn belief={rolesIn?.get(key) ?? null} takenOff={isTakenOff?.(key) ?? false} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The person's part in a decision: what was said there counts there, and is nowhere else on their own page. */
function PartIn({ belief, takenOff }: { belief: PersonBelief | null; takenOff: boolean }) {
  if (!belief && !takenOff) return null;
  const { panel } = text.value;
  const [last] = belief?.contacts ?? [];
  const facts = [
    ...(belief && saidStep(belief.stance) !== null ? [stanceWords(belief.stance)] : []),
    ...(last?.says.aspect === "contacted" ? [panel.person.lastContact(day(last.says.on))] : []),
  ];
  return (
    <span class="tags-line">
      {takenOff && (
        <span class="tag" data-state="left">
          {panel.row.takenOff}
        </span>
      )}
      {belief && <RoleTags roles={belief.roles} />}
      {facts.length > 0 && <span class="dim">{facts.join(" · ")}</span>}
    </span>
  );
}

/** Seen only when loading takes longer than a glance: the style waits 100 ms, unless that has been waited for. */
function Skeleton({ label, atOnce }: { label: string; atOnce: boolean }) {
  return (
    <div class="skeleton" data-at-once={atOnce} role="status">
      <span class="hidden-text">{label}</span>
      {[60, 90, 40, 100, 100, 80].map((width, index) => (
        <i key={index} style={{ width: `${width}%` }} aria-hidden="true" />
      ))}
    </div>
  );
}
