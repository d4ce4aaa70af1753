// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds } from "@/components/testing";
import { followLocale, followSampleTexts } from "@/lib/view";
import { AddSample } from "./AddSample";
import { RemoveSample } from "./RemoveSample";

/** What the background answers. */
let answer: object;
const sent = vi.fn<(message: unknown) => void>();
const failed = { ok: false, failure: "storage-full", detail: "" };
const planning = "sample:sample:opportunity:planning";

beforeEach(async () => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  sent.mockReset();
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: unknown) => {
    sent(message);
    return answer;
  }) as never);
  await Promise.all([followLocale(document), followSampleTexts()]);
  document.title = "Powermap";
});
afterEach(() => cleanup());

// jsdom knows the element and not its methods.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

const click = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

describe("trying it with sample data", () => {
  test("opens the panel's page on the sample opportunity", async () => {
    const created = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
    answer = { ok: true, value: { opportunity: planning } };
    const opened = vi.fn<() => void>();
    render(<AddSample onOpened={opened} />);
    click("Try it with sample data");
    click("Try it with sample data"); // a second click while it is prepared
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(sent).toHaveBeenCalledOnce();
    const page = `/sidepanel.html?record=${encodeURIComponent(planning)}`;
    expect(created).toHaveBeenCalledExactlyOnceWith({ url: browser.runtime.getURL(page as never) });
  });

  test("says why it could not be added, and opens nothing", async () => {
    const created = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
    created.mockClear();
    answer = failed;
    render(<AddSample />);
    click("Try it with sample data");
    await screen.findByText(/could not be added\. The disk is full/);
    expect(created).not.toHaveBeenCalled();
    expect(await axeFinds()).toEqual([]);
  });
});

describe("removing it", () => {
  const removed = vi.fn<() => void>();
  beforeEach(() => {
    removed.mockReset();
    render(<RemoveSample onRemoved={removed} />);
    click("Remove sample data");
  });

  test("asks first, and Keep keeps it", async () => {
    expect(screen.getByRole("dialog", { name: "Remove the sample data?" })).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
    const keep = screen.getByRole("button", { name: "Keep" });
    expect(keep.closest("form")?.method).toBe("dialog"); // which closes it, in a browser
    expect(sent).not.toHaveBeenCalled();
  });

  test("erases that organisation and no other, and says when it is done", async () => {
    answer = { ok: true, value: {} };
    click("Remove");
    await waitFor(() => expect(removed).toHaveBeenCalledOnce());
    expect(sent).toHaveBeenCalledExactlyOnceWith({
      powermap: "data.erase",
      data: { of: { kind: "organisation", crm: "sample", org: "sample" } },
    });
  });

  test("stays and says why, where it failed", async () => {
    answer = failed;
    click("Remove");
    await screen.findByText(/Not removed\. The disk is full/);
    expect(screen.getByRole("dialog")).toBeTruthy();
    expect(removed).not.toHaveBeenCalled();
    expect(await axeFinds()).toEqual([]);
  });
});
