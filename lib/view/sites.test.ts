import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, covers, patternOf } from "./sites";

describe("the pattern of an address that somebody typed", () => {
  test.for([
    ["crm.acme.example", "https://crm.acme.example/*"],
    ["  CRM.Acme.Example/web#/opportunity ", "https://crm.acme.example/*"],
    ["https://crm.acme.example:8443/app", "https://crm.acme.example/*"],
    ["http://crm.acme.example", "http://crm.acme.example/*"],
    ["crm.acme.example:8443", "https://crm.acme.example/*"],
    ["intranet", "https://intranet/*"],
    ["客户.example", "https://xn--ubt06m.example/*"],
    ["http://127.0.0.1:8000", "http://127.0.0.1/*"],
    ["127.0.0.1:8000", "http://127.0.0.1/*"],
    ["localhost", "http://localhost/*"],
    ["https://localhost", "https://localhost/*"],
    ["http://[::1]:8000/", "http://[::1]/*"],
  ])("%j is %j", ([typed, pattern]) => {
    expect(patternOf(typed!)).toBe(pattern);
  });

  test.for([
    "",
    "   ",
    "*",
    "*.acme.example",
    "https://*/*",
    "<all_urls>",
    "ftp://crm.acme.example",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "mailto:li@acme.example",
    "li@acme.example",
    "https://crm.acme.example@evil.example/",
    "our crm",
    "https://",
    "https://crm.acme.example:99999",
  ])("%j is no address", (typed) => {
    expect(patternOf(typed)).toBeNull();
  });

  test("is never wider than one host, whatever is typed", () => {
    const parts = fc.constantFrom(
      "https://",
      "http:",
      "//",
      "*",
      ".",
      "acme",
      "%2a",
      "/",
      "@",
      ":",
      "?",
      "#",
      " ",
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(parts).map((some) => some.join("")),
      fc.webUrl(),
    );
    const check = fc.property(typed, (address) => {
      const pattern = patternOf(address);
      return pattern === null || /^https?:\/\/[^/*%\s@]+\/\*$/u.test(pattern);
    });
    expect(fc.check(check, { numRuns: 1_000 })).toMatchObject({ failed: false });
  });
});

test("a pattern is shown as people write it", () => {
  expect(addressOf("https://crm.acme.example/*")).toBe("crm.acme.example");
  expect(addressOf("http://127.0.0.1/*")).toBe("http://127.0.0.1");
});

describe("what a granted pattern covers", () => {
  test.for([
    ["https://*.lightning.force.com/*", "https://acme.lightning.force.com/lightning/page/home"],
    ["https://*.lightning.force.com/*", "https://lightning.force.com/"],
    ["http://127.0.0.1/*", "http://127.0.0.1:8000/#demo"],
    ["*://crm.acme.example/*", "http://crm.acme.example/"],
    ["https://*/*", "https://anything.example/"],
  ])("%j covers %j", ([pattern, url]) => {
    expect(covers(pattern!, url!)).toBe(true);
  });

  test.for([
    ["https://*.lightning.force.com/*", "https://evil-lightning.force.com/"],
    ["https://*.force.com/*", "https://force.com.evil.example/"],
    ["https://crm.acme.example/*", "http://crm.acme.example/"],
    ["https://crm.acme.example/*", "https://acme.example/"],
    ["https://crmxacme.example/*", "https://crm.acme.example/"],
    ["nonsense", "https://crm.acme.example/"],
    ["https://crm.acme.example/*", "nonsense"],
  ])("%j does not cover %j", ([pattern, url]) => {
    expect(covers(pattern!, url!)).toBe(false);
  });
});
