import { render } from "preact";
import {
  closeOwnTab,
  mayPassOn,
  openToPrint,
  shareText,
  type AccountData,
  type Reasoned,
} from "@/lib/view";
import { DecisionBar } from "@/components/map/DecisionBar";
import type { Summary } from "./summary";
import "./print.css";

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
  place.className = "print-place";
  document.body.append(place);
  render(<PrintSheet view={view} summary={summary} />, place);
  return place;
}

/** Prints under this title, which is the name of a file too. Returns when the browser's dialog is closed. */
function printAs(title: string): void {
  const before = document.title;
  document.title = title;
  window.print();
  document.title = before;
}

/** The summary on paper: one page for a decision of usual size. */
function PrintSheet({ view, summary }: { view: Reasoned<AccountData>; summary: Summary }) {
  const words = shareText.value;
  const { title, account, facts, columns, people, gaps, steps, made } = summary;
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
          {people.map((cells, n) => (
            <tr key={n}>
              {cells.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Listed title={words.missing} all={gaps} />
      <Listed
        title={words.next}
        all={steps.map((step) => `${[step.title, ...step.gains].join(" · ")}: ${step.why}`)}
      />
      <footer>{made}</footer>
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
