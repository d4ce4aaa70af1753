import { render } from "preact";
import {
  closeOwnTab,
  mayPassOn,
  openToPrint,
  percent,
  shareText,
  text,
  type AccountData,
  type Reasoned,
} from "@/lib/view";
import { DecisionBar } from "@/components/map/DecisionBar";
import { mostThatFits, paperOrder, tellingParts } from "./paper";
import { ghostCells, type Summary } from "./summary";
import "./print.css";

/** What a sheet of A4 and one of Letter have both within the margins of the style, with some to spare (mm). */
const ROOM = { width: 186, height: 250 };
/** So few of those who tell are printed in any case, on a second page if need be: what is missing and next may be long. */
const LEAST = 5;

/** Prints the summary alone; from a side panel, by a page of its own. */
export async function print(view: Reasoned<AccountData>, summary: Summary): Promise<void> {
  if (await openToPrint()) return;
  const place = put(view, summary);
  printAs(summary.title);
  render(null, place);
  place.remove();
}

/** Prints the summary in a page that was opened for it, which shows nothing else and then closes. */
export async function printAlone(view: Reasoned<AccountData>, summary: Summary): Promise<void> {
  if (await mayPassOn()) {
    put(view, summary).classList.add("alone");
    printAs(summary.title);
  }
  await closeOwnTab();
}

/** The sheet is on paper only, and there for that moment only. */
function put(view: Reasoned<AccountData>, summary: Summary): HTMLElement {
  const place = document.createElement("div");
  place.className = "print-place measured";
  place.style.width = `${ROOM.width}mm`;
  document.body.append(place);
  const everybody = summary.people.map((_, n) => n);
  const fits = (rows: readonly number[]) => {
    render(<PrintSheet view={view} summary={summary} rows={rows} />, place);
    return place.offsetHeight <= (place.offsetWidth / ROOM.width) * ROOM.height;
  };
  if (!fits(everybody)) {
    const order = paperOrder(summary.parts);
    const most = mostThatFits(order.length, (count) => fits(order.slice(0, count)));
    const least = Math.min(LEAST, tellingParts(summary.parts).length);
    fits(order.slice(0, Math.max(most, least)));
  }
  place.classList.remove("measured");
  place.style.width = "";
  return place;
}

/** Prints under this title, which is the name of a file too. Returns when the browser's dialog is closed. */
function printAs(title: string): void {
  const before = document.title;
  document.title = title;
  window.print();
  document.title = before;
}

/** The summary on paper, with some of the people in the order of the list: as many as a page has room for. */
function PrintSheet({
  view,
  summary,
  rows,
}: {
  view: Reasoned<AccountData>;
  summary: Summary;
  /** The places of those who are on it. */
  rows: readonly number[];
}) {
  const words = shareText.value;
  const { common, decision } = text.value;
  const { title, account, facts, columns, people, parts, ties, ghost } = summary;
  const on = new Set(rows);
  const others = parts.filter((_, n) => !on.has(n));
  const theirs = others.reduce((sum, { share }) => sum + share, 0);
  return (
    <article class="print-sheet">
      <h1>{title}</h1>
      <p>{[account, ...facts].filter(Boolean).join(" · ")}</p>
      {people.length > 0 && (
        <DecisionBar structure={view.structure} beliefs={view.beliefs} onOpen={() => undefined} />
      )}
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ghost && (
            <tr>
              {ghostCells(columns, ghost).map((cell, column) => (
                <td key={columns[column]} class="dim">
                  {cell}
                </td>
              ))}
            </tr>
          )}
          {people.map(
            (cells, n) =>
              on.has(n) && (
                <tr key={n}>
                  {cells.map((cell, column) => (
                    <td key={columns[column]} class={cell === common.unknown ? "dim" : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ),
          )}
          {others.length > 0 && (
            <tr>
              <td class="dim" colSpan={columns.length}>
                {words.andMore(others.length, percent(theirs))}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <Listed title={words.ties} all={ties.filter((line, n) => line && on.has(n))} />
      <Listed title={words.missing} all={summary.gaps} />
      <Listed title={decision.notes.title} all={summary.notes} />
      <Listed
        title={words.next}
        all={summary.steps.map((step) => `${[step.title, ...step.gains].join(" · ")}: ${step.why}`)}
      />
      <footer>{summary.made}</footer>
    </article>
  );
}

function Listed({ title, all }: { title: string; all: readonly string[] }) {
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
