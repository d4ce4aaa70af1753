import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { registeredMenu, type MenuEntry } from "./menu-state.ts";
import { waitFor } from "./wait.ts";

/** What a Chromium profile holds about one unpacked extension, on disk. */
export class ChromiumProfile {
  readonly folder: string;
  /** Chromium derives the id of an unpacked extension from its path, so it is the same every time. */
  readonly extensionId: string;
  readonly #extension: string;

  constructor(folder: string, extension: string) {
    this.folder = folder;
    this.#extension = extension;
    this.extensionId = unpackedId(extension);
  }

  /**
   * A first profile: the toolbar button pinned (a user does it by the puzzle button), developer mode
   * for the unpacked extension, no sign-in offer that would move the toolbar, no question of a CRM
   * whether it may show notifications. What is printed becomes a PDF in {@link printed}, without a
   * question where the browser is started with `--kiosk-printing`.
   */
  seed(): void {
    if (existsSync(this.#preferences)) return;
    mkdirSync(join(this.folder, "Default"), { recursive: true });
    const preferences = {
      extensions: { pinned_extensions: [this.extensionId], ui: { developer_mode: true } },
      profile: { default_content_setting_values: { notifications: 2 } },
      signin: { allowed: false, allowed_on_next_startup: false },
      printing: { print_preview_sticky_settings: { appState: JSON.stringify(toPdf) } },
      savefile: { default_directory: this.printed },
    };
    mkdirSync(this.printed);
    writeFileSync(this.#preferences, JSON.stringify(preferences));
  }

  /**
   * Makes the installation last, while the browser is not running. Chromium forgets an extension
   * given by `--load-extension` at its end and installs it anew at each start, with `onInstalled`,
   * which would hide whatever a restart loses. So the profile's entry is changed to what "Load
   * unpacked" writes.
   */
  keepInstalled(): void {
    const preferences = JSON.parse(readFileSync(this.#preferences, "utf8"));
    const entry = preferences.extensions?.settings?.[this.extensionId];
    if (entry?.location !== location.commandLine) return;
    entry.location = location.unpacked;
    writeFileSync(this.#preferences, JSON.stringify(preferences));
  }

  /** The folder of what was printed. */
  get printed(): string {
    return join(this.folder, "printed");
  }

  /** Whether the extension is in the profile on disk, so that it needs no `--load-extension`. */
  get installed(): boolean {
    if (!existsSync(this.#preferences)) return false;
    const { extensions } = JSON.parse(readFileSync(this.#preferences, "utf8"));
    return extensions?.settings?.[this.extensionId]?.location === location.unpacked;
  }

  /** The extension's context menu as the browser has registered it. */
  registeredMenu(): MenuEntry[] {
    return registeredMenu(this.folder, this.extensionId);
  }

  /** Chromium starts to save context menus only some seconds after its first start. */
  async menuSaved(): Promise<void> {
    if (!this.manifest.permissions?.includes("contextMenus")) return;
    await waitFor("the context menu on disk", () => this.registeredMenu().length > 0);
  }

  get manifest(): { permissions?: string[]; action?: { default_popup?: string } } {
    return JSON.parse(readFileSync(join(this.#extension, "manifest.json"), "utf8"));
  }

  get #preferences(): string {
    return join(this.folder, "Default", "Preferences");
  }
}

/** What the print preview keeps of the printer that was used last. */
const toPdf = {
  version: 2,
  recentDestinations: [{ id: "Save as PDF", origin: "local", account: "", capabilities: {} }],
  selectedDestinationId: "Save as PDF",
};

/**
 * Values of extensions::mojom::ManifestLocation.
 * https://source.chromium.org/chromium/chromium/src/+/main:extensions/common/mojom/manifest.mojom
 */
const location = { unpacked: 4, commandLine: 8 };

/** https://developer.chrome.com/docs/extensions/reference/manifest/key : a hash written with a to p. */
function unpackedId(path: string): string {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
}
