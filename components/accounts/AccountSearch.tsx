import { useEffect, useId, useRef, useState } from "preact/hooks";
import { matching, openRecord, text, type AccountLine, type OpportunityLine } from "@/lib/view";
import { Account } from "./Account";

/** From this many opportunities on the list keeps its height, so that searching does not make it jump. */
const TALL_FROM = 6;

/**
 * The open accounts under a search box: a combobox whose list is always there
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus stays in the box; ↑ and ↓ choose.
 */
export function AccountSearch({ accounts }: { accounts: readonly AccountLine[] }) {
  const { popup } = text.value;
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const found = matching(accounts, query);
  const options = found.flatMap(({ opportunities }) => opportunities);
  const all = accounts.reduce((sum, { opportunities }) => sum + opportunities.length, 0);
  const optionId = ({ key }: OpportunityLine) => `${id}-${key}`;
  // A search chooses its first result by itself; without one nothing is chosen until the first arrow.
  const current =
    options.find(({ key }) => key === chosen) ?? (query.trim() === "" ? undefined : options[0]);

  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]');
    option?.scrollIntoView({ block: "nearest" });
  }, [current?.key]);

  const search = (next: string) => {
    setQuery(next);
    setChosen(null);
    list.current?.scrollTo?.({ top: 0 });
  };
  const move = (step: 1 | -1) => {
    const at = current ? options.indexOf(current) : step === 1 ? -1 : 0;
    setChosen(options.at((at + step) % options.length)?.key ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes (Chinese), the keys are its own.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp")
      move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") open(current);
    else if (event.key === "Escape" && query !== "") search("");
    else if (event.key === "Escape") window.close();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <header class="popup-head">
        <h1>
          {popup.title} <small class="dim">{popup.opportunities(all)}</small>
        </h1>
        <input
          ref={box}
          class="popup-search"
          type="search"
          // The types want a `list` for this role; with one the role would be implicit, so the lint errs.
          // oxlint-disable-next-line jsx-a11y/no-redundant-roles
          role="combobox"
          list={undefined}
          aria-label={popup.search}
          placeholder={popup.search}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? id : undefined}
          aria-activedescendant={current ? optionId(current) : undefined}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => search(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <p role="status" class="hidden-text">
          {query.trim() !== "" && popup.opportunities(options.length)}
        </p>
      </header>
      <div class="popup-list" ref={list} data-tall={all >= TALL_FROM}>
        {options.length > 0 ? (
          <div role="listbox" id={id} aria-label={popup.title}>
            {found.map((account) => (
              <Account
                key={account.key}
                account={account}
                showOrg={severalOrgs(accounts)}
                current={current}
                optionId={optionId}
                onOpen={open}
              />
            ))}
          </div>
        ) : (
          <div class="popup-state">
            <p>{popup.nothingFound(query.trim())}</p>
            <button
              class="button"
              onClick={() => {
                search("");
                box.current?.focus();
              }}
            >
              {popup.clearSearch}
            </button>
          </div>
        )}
      </div>
    </>
  );
}

function severalOrgs(accounts: readonly AccountLine[]): boolean {
  return new Set(accounts.map(({ crm, org }) => `${crm}:${org}`)).size > 1;
}

/** Opens an opportunity's page with the panel beside it, in the turn of the click or the key. */
function open(opportunity: OpportunityLine | undefined): void {
  if (!opportunity?.url) return;
  void openRecord({ key: opportunity.key, url: opportunity.url }).then(() => window.close());
}
