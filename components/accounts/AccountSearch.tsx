import { useEffect, useId, useRef, useState } from "preact/hooks";
import {
  arrange,
  language,
  learnPinyin,
  listed,
  lookAt,
  matching,
  narrowed,
  openOpportunity,
  pageOf,
  sorted,
  spelled,
  summaries,
  summariesAtFirst,
  text,
  type AccountLine,
  type AccountList,
  type OpportunityLine,
} from "@/lib/view";
import { Account } from "./Account";
import { Arrangement } from "./Arrangement";
import { useKeys } from "./useKeys";
import { useWindow } from "./useWindow";

/** From this many opportunities on the list keeps its height, so that searching does not make it jump. */
const TALL_FROM = 6;
/** How many opportunities a page up or down goes. */
const PAGE = 5;

const HAN = /\p{Script=Han}/u;

/**
 * The open accounts under a search box: a combobox whose list is always there
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus stays in the box; ↑ and ↓ choose.
 */
export function AccountSearch({ accounts, firstOf, severalOrgs }: AccountList) {
  const { popup } = text.value;
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const { only, sort } = listed.value;
  const order = useOrdered(accounts, firstOf ? null : sort);
  const kept = firstOf ? order : narrowed(order, only, summaries.value);
  const found = matching(kept, query, spelled.value);
  const options = found.flatMap(({ opportunities }) => opportunities);
  const all =
    firstOf?.all ?? accounts.reduce((sum, { opportunities }) => sum + opportunities.length, 0);
  const shown = firstOf && query.trim() === "" ? firstOf.shown : options.length;
  const optionId = ({ key }: OpportunityLine) => `${id}-${key}`;
  // A search chooses its first result by itself; without one nothing is chosen until the first arrow.
  const current =
    options.find(({ key }) => key === chosen) ?? (query.trim() === "" ? undefined : options[0]);

  const { drawn, after, measure } = useWindow(
    list,
    found.map(({ key }) => key),
    current ? found.findIndex(({ opportunities }) => opportunities.includes(current)) : -1,
  );
  useLook(drawn.flatMap(({ index }) => found[index]?.opportunities ?? []));

  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]');
    const head = option?.closest(".account")?.querySelector<HTMLElement>(".account-head");
    // It stays above its opportunities, as high as its lines are.
    if (head) list.current!.style.scrollPaddingBlockStart = `${head.offsetHeight}px`;
    option?.scrollIntoView({ block: "nearest" });
  }, [current?.key]);
  const begin = () => {
    setChosen(null);
    list.current?.scrollTo?.({ top: 0 });
  };
  useEffect(begin, [only.join(), sort]);
  const isChinese = accounts.some(({ name }) => HAN.test(name));
  useEffect(() => {
    if (!isChinese) return undefined;
    const idle = requestIdleCallback(learnPinyin);
    return () => cancelIdleCallback(idle);
  }, [isChinese]);

  const search = (next: string) => {
    setQuery(next);
    // Names of opportunities may be Chinese where those of accounts are not.
    if (next !== "") learnPinyin();
    begin();
  };
  const choose = (index: number) => setChosen(options.at(index)?.key ?? null);
  const move = (steps: number) => {
    if (options.length === 0) return;
    const at = current ? options.indexOf(current) : steps > 0 ? -1 : 0;
    const to = at + steps;
    // One step goes around the ends, a page stops there.
    choose(
      Math.abs(steps) === 1
        ? (to + options.length) % options.length
        : Math.min(Math.max(to, 0), options.length - 1),
    );
  };
  useKeys(box, {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(PAGE),
    PageUp: () => move(-PAGE),
    // In what is typed they move the caret.
    ...(query === "" && { Home: () => choose(0), End: () => choose(-1) }),
    Enter: () => open(current),
    Escape: () => (query === "" ? window.close() : search("")),
  });
  const clear = (change: () => void) => () => {
    change();
    box.current?.focus();
  };

  return (
    <>
      <header class="popup-head">
        <h1>
          {popup.title}{" "}
          <small class="dim">
            {shown === all ? popup.opportunities(all) : popup.some(shown, all)}
          </small>
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
        />
        <Arrangement />
        <p role="status" class="hidden-text">
          {(query.trim() !== "" || only.length > 0) && popup.opportunities(shown)}
        </p>
      </header>
      <div class="popup-list" ref={list} data-tall={all >= TALL_FROM}>
        {options.length > 0 ? (
          <div role="listbox" id={id} aria-label={popup.title}>
            {drawn.map(({ index, gap }) => {
              const account = found[index];
              return (
                account && (
                  <Account
                    key={account.key}
                    account={account}
                    place={{ index, gap, measure }}
                    showOrg={severalOrgs}
                    current={current}
                    optionId={optionId}
                    numberOf={(one) => [options.indexOf(one) + 1, shown]}
                    onOpen={open}
                  />
                )
              );
            })}
            {after > 0 && <div role="presentation" style={{ height: `${after}px` }} />}
          </div>
        ) : query.trim() === "" || matching(order, query, spelled.value).length > 0 ? (
          <Nothing
            says={popup.noneFits}
            button={popup.showAll}
            onClick={clear(() => arrange({ only: [] }))}
          />
        ) : (
          <Nothing
            says={popup.nothingFound(query.trim())}
            button={popup.clearSearch}
            onClick={clear(() => search(""))}
          />
        )}
      </div>
    </>
  );
}

function Nothing({ says, button, onClick }: { says: string; button: string; onClick: () => void }) {
  return (
    <div class="popup-state">
      <p>{says}</p>
      <button class="button" onClick={onClick}>
        {button}
      </button>
    </div>
  );
}

/**
 * The accounts in order; kept while what is typed changes.
 *
 * @param sort null where they are in order
 */
function useOrdered(
  accounts: readonly AccountLine[],
  sort: Parameters<typeof sorted>[1] | null,
): readonly AccountLine[] {
  const last = useRef<{ by: unknown[]; order: AccountLine[] } | null>(null);
  if (sort === null) return accounts;
  const by = [accounts, sort, summariesAtFirst.value, language.value];
  if (!last.current?.by.every((one, n) => one === by[n])) {
    last.current = { by, order: sorted(accounts, sort, summariesAtFirst.value, language.value) };
  }
  return last.current.order;
}

/** Has those that are drawn looked at anew, once they stand. */
function useLook(drawn: readonly OpportunityLine[]): void {
  const keys = drawn.map(({ key }) => key);
  useEffect(() => {
    const idle = requestIdleCallback(() => lookAt(keys), { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, [keys.join()]);
}

/** Opens an opportunity's page with the panel beside it, in the turn of the click or the key. */
function open(opportunity: OpportunityLine | undefined): void {
  if (opportunity && pageOf(opportunity))
    void openOpportunity(opportunity).then(() => window.close());
}
