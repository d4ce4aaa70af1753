// @vitest-environment jsdom
// oxlint-disable-next-line import/no-unassigned-import -- it stands in for the browser's IndexedDB
import "fake-indexeddb/auto";
import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import { answering } from "@/lib/background/database";
import type { Refusal } from "@/lib/messages";
import { connect, followList, followLocale, followSites, followWholeList } from "@/lib/view";
import { Popup } from "./Popup";

test("a database that cannot be opened is said, and tried again", async () => {
  fakePermissions();
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  const broken = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("Internal error opening backing store", "UnknownError");
  });
  // The background's own way of opening it.
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((() =>
    answering(async () => null).then(
      (value) => ({ ok: true, value }),
      ({ failure, message }: Refusal) => ({ ok: false, failure, detail: message }),
    )) as never);
  await Promise.all([
    followLocale(document),
    followSites(),
    followList(),
    followWholeList(),
    connect(),
  ]);
  document.title = "Powermap";
  render(<Popup reads={async () => false} />);
  expect((await screen.findByRole("alert")).textContent).toContain(
    "Powermap’s storage cannot be opened.",
  );
  expect(screen.queryByText("Loading…")).toBeNull();
  expect(await axeFinds()).toEqual([]);
  broken.mockRestore();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  await screen.findByText("No CRM chosen yet");
});
