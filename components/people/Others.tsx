import { useId, useState } from "preact/hooks";
import { kindOf, normalName } from "@/lib/domain";
import { personText, text, type PersonBelief } from "@/lib/view";
import { Brief } from "@/components/map/Brief";
import { DraftTag } from "@/components/map/DraftTag";
import { draftedIn } from "@/components/person/drafted";
import { involve } from "@/components/person/Presence";
import { AddPerson } from "./AddPerson";
import type { AroundProps } from "./context";
import "./people.css";

/** From so many on they are searched, not looked through. */
const SEARCHED_FROM = 9;
/** So many are drawn at once; whoever is not among them is found by typing. */
const SHOWN = 50;

/** Everybody of the account who is not in the decision, each a tap from it; and somebody whom the CRM does not have. */
export function Others({ view, onOpen }: AroundProps) {
  const { panel } = text.value;
  const { data, beliefs, bystanders, scope } = view;
  const others = [...bystanders.values()].toSorted((a, b) =>
    a.person.name.localeCompare(b.person.name),
  );
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Until the page has named somebody there is nobody else to look at; and words that wait are never out of sight.
  const drafted = draftedIn(scope);
  const open =
    chosen ?? (beliefs.size === 0 || others.some(({ person }) => drafted.has(person.key)));
  return (
    <>
      {others.length > 0 && (
        <details
          class="also"
          open={open}
          onToggle={({ currentTarget }) => {
            // It also tells what was drawn: only the user's own turn counts.
            if (currentTarget.open !== open) setChosen(currentTarget.open);
          }}
        >
          <summary>{panel.alsoAt(data.account?.name ?? "", others.length)}</summary>
          {open && <Found others={others} drafted={drafted} scope={scope} onOpen={onOpen} />}
        </details>
      )}
      <AddPerson view={view} onOpen={onOpen} />
    </>
  );
}

function Found({
  others,
  drafted,
  scope,
  onOpen,
}: {
  others: readonly PersonBelief[];
  drafted: ReadonlySet<string>;
  scope: AroundProps["view"]["scope"];
  onOpen: AroundProps["onOpen"];
}) {
  const { panel } = text.value;
  const { others: texts, listed } = personText.value;
  const [sought, setSought] = useState("");
  const id = useId();
  const wanted = normalName(sought).split(" ").filter(Boolean);
  const found = others.filter(({ person: { normalName: name, fields } }) => {
    const words = `${name} ${normalName(String(fields.title?.value ?? ""))}`;
    return wanted.every((word) => words.includes(word));
  });
  const shown = found.slice(0, SHOWN);
  return (
    <>
      {others.length >= SEARCHED_FROM && (
        <p class="also-search">
          <label class="hidden-text" for={id}>
            {texts.find}
          </label>
          <input
            id={id}
            type="search"
            class="select"
            placeholder={texts.find}
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
          <span class="dim" role="status">
            {found.length === 0 ? texts.none : texts.shown(shown.length, others.length)}
          </span>
        </p>
      )}
      <ul>
        {shown.map((belief) => {
          const { key, name, fields } = belief.person;
          const called = name || panel.noName;
          return (
            <li key={key} class="also-row">
              <button class="also-person" onClick={() => onOpen(key)}>
                <b>
                  <Brief words={called} />
                </b>{" "}
                {(fields.title || fields.department) && (
                  <span class="dim">
                    <Brief
                      words={listed(
                        [fields.title, fields.department].flatMap((field) =>
                          field ? [String(field.value)] : [],
                        ),
                      )}
                    />
                  </span>
                )}
                {drafted.has(key) && (
                  <>
                    {" "}
                    <DraftTag />
                  </>
                )}
              </button>
              {kindOf(scope) === "opportunity" && (
                <button
                  class="button"
                  data-kind="quiet"
                  aria-label={texts.involveLong(called)}
                  onClick={() => void involve(belief, scope)}
                >
                  {texts.involve}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
