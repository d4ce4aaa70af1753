/**
 * Runs Mozilla's linter (`web-ext lint` is the same one) over the Firefox build that users get: no error, and no
 * warning but those that are explained here.
 */
import { createInstance } from "addons-linter";

/** Warnings that stay, by code and file, and why. */
const EXPLAINED: readonly { code: string; file: RegExp; why: string }[] = [
  {
    code: "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
    file: /^manifest\.json$/u,
    why: "Powermap is for the desktop (sidebar, context menus): it names no gecko_android, so that Android is not offered.",
  },
  {
    code: "UNSAFE_VAR_ASSIGNMENT",
    file: /^chunks\/.+\.js$/u,
    why: "Preact's own handling of dangerouslySetInnerHTML. Our code never sets it: the lint forbids innerHTML, and every text is a text node.",
  },
];

interface Found {
  _type: "error" | "warning" | "notice";
  code: string;
  file?: string;
  message: string;
}

const folder = process.argv[2] ?? ".output/firefox-mv3";
const linter = createInstance({
  config: {
    _: [folder],
    logLevel: "fatal",
    stack: false,
    pretty: false,
    warningsAsErrors: false,
    metadata: false,
    output: "none",
    boring: true,
    selfHosted: false,
    enableBackgroundServiceWorker: false,
  },
  runAsBinary: false,
});
const { errors, warnings, notices } = (await linter.run()) as Record<string, Found[]>;
const found = [...(errors ?? []), ...(warnings ?? []), ...(notices ?? [])];
let wrong = 0;
for (const { _type, code, file = "", message } of found) {
  const known = EXPLAINED.find(
    (one) => _type !== "error" && one.code === code && one.file.test(file),
  );
  if (!known) wrong++;
  console.log(`${known ? "explained" : _type}: ${code} ${file}: ${known?.why ?? message}`);
}
const stale = EXPLAINED.filter(({ code }) => !found.some((one) => one.code === code));
for (const { code } of stale) console.log(`no longer found: ${code}; take its explanation out`);
console.log(
  `${errors?.length ?? 0} errors, ${found.length - (errors?.length ?? 0)} warnings and notices`,
);
process.exitCode = wrong + stale.length === 0 ? 0 : 1;
