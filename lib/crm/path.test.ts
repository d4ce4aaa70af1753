// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { createReader, type PageReader } from "@/lib/crm";
import { fixture } from "./testing";

/**
 * The path of stages moves by classes, which nobody observes; what changes with them, the words for
 * screen readers in the step and the stage among the details, is seen, and leads to a full read.
 */
let observer: MutationObserver;
let reader: PageReader;

function open(path: string): void {
  const { page, url } = fixture(`salesforce/fixtures/${path}`);
  document.documentElement.replaceChildren(...page.documentElement.childNodes);
  reader = createReader(document, url)!;
}
function watch(): void {
  observer.takeRecords();
  observer.observe(document, { childList: true, characterData: true, subtree: true });
}
beforeEach(() => {
  observer?.disconnect();
  observer = new MutationObserver(() => {});
});

const stands = () => {
  const { stage, status } = reader.read().fields;
  return [stage?.value, status?.value];
};

describe.each([
  ["path-open", "runtime_sales_pathassistant-path-step"],
  ["path-aura-open", "li.runtime_sales_pathassistantPathAssistantTab"],
])("the path of %s", (path, step) => {
  test("is read again when another step becomes the record's", () => {
    open(path);
    expect(stands()).toEqual(["Workshop held", "open"]);
    watch();
    const [, from, to] = document.querySelectorAll(step);
    from!.classList.replace("slds-is-current", "slds-is-complete");
    to!.classList.replace("slds-is-incomplete", "slds-is-current");
    from!.querySelector(".slds-path__stage")!.textContent = "Stage complete";
    expect(reader.update(observer.takeRecords())).toBe("reread");
    expect(stands()).toEqual([path === "path-open" ? "Offer on the table" : "Offer", "open"]);
  });

  test("ends open, won, lost or unsaid", () => {
    open(path);
    const steps = [...document.querySelectorAll(step)];
    const last = steps.at(-1)!;
    steps[1]!.classList.remove("slds-is-current");
    expect(stands()).toEqual([undefined, undefined]);
    last.classList.add("slds-is-won");
    expect(stands()).toEqual([undefined, undefined]);
    last.classList.add("slds-is-current");
    expect(stands()[1]).toBe("won");
    last.classList.replace("slds-is-won", "slds-is-lost");
    expect(stands()[1]).toBe("lost");
    last.classList.remove("slds-is-lost");
    expect(stands()).toEqual(["Closed", undefined]);
  });
});

test("a stage that changes among the details is not left with the status that the path had before", () => {
  open("path-open");
  const details = document.createElement("div");
  details.dataset.targetSelectionName = "sfdc:RecordField.Opportunity.StageName";
  details.textContent = "Workshop held";
  document.querySelector("flexipage-component2")!.after(details);
  expect(stands()).toEqual(["Workshop held", "open"]);
  watch();
  details.textContent = "Signed and sealed";
  expect(reader.update(observer.takeRecords())).toBe("reread");
});
