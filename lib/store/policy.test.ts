import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { NO_POLICY, policyOf, readPolicy, rememberedPolicy, watchPolicy } from "./policy";
import { settings } from "./settings";
import { readVocabulary, watchVocabulary } from "./vocabulary";

beforeEach(async () => {
  await browser.storage.managed.clear();
  await settings.vocabulary.removeValue();
});

describe("a policy", () => {
  test("is read part by part, and what does not fit is not set", () => {
    expect(
      policyOf({
        sites: ["https://crm.acme.example", 7, " "],
        vocabulary: { skin: "tas" },
        retentionMonths: 0,
        exportDisabled: "yes",
        unheardOf: true,
      }),
    ).toEqual({
      ...NO_POLICY,
      sites: ["https://crm.acme.example"],
      vocabulary: { skin: "tas", names: {}, places: {}, added: [] },
    });
    expect(policyOf({ retentionMonths: 12, exportDisabled: true })).toEqual({
      ...NO_POLICY,
      retentionMonths: 12,
      exportDisabled: true,
    });
  });

  test("is remembered for the next start, at which the browser answers late", async () => {
    await browser.storage.managed.set({ retentionMonths: 12 });
    await readPolicy();
    const get = vi
      .spyOn(browser.storage.managed, "get")
      .mockImplementation(() => new Promise(() => undefined) as never);
    expect(await rememberedPolicy()).toEqual({ ...NO_POLICY, retentionMonths: 12 });
    get.mockRestore();
    await browser.storage.managed.clear();
    await readPolicy();
    expect(await rememberedPolicy()).toEqual(NO_POLICY);
  });

  test("anything can stand there", () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const { retentionMonths, exportDisabled } = policyOf(input);
        expect(retentionMonths === null || retentionMonths >= 1).toBe(true);
        expect(typeof exportDisabled).toBe("boolean");
      }),
    );
  });

  test("is none where the browser refuses to read (Firefox without a native manifest)", async () => {
    vi.spyOn(browser.storage.managed, "get").mockRejectedValue(
      new Error("Managed storage manifest not found"),
    );
    expect(await readPolicy()).toEqual(NO_POLICY);
  });

  test("is told when it changes", async () => {
    const heard = vi.fn();
    watchPolicy(heard);
    await browser.storage.managed.set({ exportDisabled: true });
    await vi.waitFor(() =>
      expect(heard).toHaveBeenCalledWith(expect.objectContaining({ exportDisabled: true })),
    );
  });
});

describe("the vocabulary that counts", () => {
  test("is the user's, and the administrator's wins as soon as it is known", async () => {
    await settings.vocabulary.setValue({ skin: "meddicc", names: {}, places: {}, added: [] });
    expect((await readVocabulary()).skin).toBe("meddicc");
    await browser.storage.managed.set({ vocabulary: { skin: "tas", names: { user: "Operator" } } });
    // As in a browser that starts with a policy that it did not have before.
    const changed = vi.fn<() => void>();
    watchVocabulary(changed);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(await readVocabulary()).toMatchObject({ skin: "tas", names: { user: "Operator" } });
    await browser.storage.managed.clear();
    await vi.waitFor(async () => expect((await readVocabulary()).skin).toBe("meddicc"));
  });
});
