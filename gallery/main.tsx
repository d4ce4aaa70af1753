import { render } from "preact";
import "@/components/ui/base.css";
import { startBackground } from "@/lib/background";
import { locate, ownUrl, siteAt, understand, understandPerson } from "@/lib/crm";
import type { Locale } from "@/lib/i18n";
import { settings } from "@/lib/store";
import * as view from "@/lib/view";
import { pseudoTexts } from "./pseudo";
import { Index } from "./Index";
import { settled, type Scene, type Surface } from "./scene";
import { scenes, surfaces } from "./scenes";
import { publishWords } from "./words";
import "./gallery.css";

/**
 * One page of the gallery: `?scene=NAME`, with `locale=en|zh_CN|pseudo`, `theme=light|dark` and `dir=rtl` where
 * wanted; without a scene, all of them. `data-ready` on the root says that there is nothing more to wait for.
 */
async function main(app: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const wanted = asked.get("scene");
  if (wanted === null) {
    render(<Index names={[...scenes, ...surfaces].map(({ name }) => name)} />, app);
    return;
  }
  if (asked.get("locale") === "pseudo") {
    const texts = import.meta.glob<object>("../lib/i18n/en/*.ts", { eager: true });
    const done = new Set<unknown>();
    for (const module of Object.values(texts)) {
      for (const one of Object.values(module)) {
        if (typeof one === "object" && one !== null) pseudoTexts(one, done);
      }
    }
  }
  const locale = asked.get("locale") === "zh_CN" ? "zh_CN" : "en";
  await settings.locale.setValue(locale);
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") await settings.theme.setValue(theme);
  if (asked.get("dir") === "rtl") document.documentElement.dir = "rtl";
  startBackground({ locate, orgOf: siteAt, ownUrl, understand, understandPerson });

  const surface = surfaces.find(({ name }) => name === wanted);
  const scene = scenes.find(({ name }) => name === wanted);
  if (surface) await show(surface, locale, app);
  else if (scene) await play(scene, locale, app);
  else throw new Error(`no scene ${wanted}`);
  await settled();
  await publishWords();
  await document.fonts.ready;
  document.documentElement.dataset.ready = "true";
}

async function show(surface: Surface, locale: Locale, app: HTMLElement): Promise<void> {
  history.replaceState(null, "", `${surface.search ?? location.pathname}${surface.hash ?? ""}`);
  await surface.prepare?.(locale);
  await surface.mount();
  await surface.ready(app);
  await surface.act?.(app, locale);
}

async function play(scene: Scene, locale: Locale, app: HTMLElement): Promise<void> {
  await Promise.all([view.followLocale(document), view.followTheme(document)]);
  // A surface fetches the texts of a part with the part; here any of them may be shown.
  for (const [name, follow] of Object.entries(view)) {
    if (/^follow\w+Texts$/u.test(name)) await (follow as () => Promise<void>)();
  }
  await scene.prepare?.(locale);
  document.title = scene.name;
  render(
    <main class="gallery">
      <h1 class="hidden-text">{scene.name}</h1>
      {scene.view(locale)}
    </main>,
    app,
  );
  await scene.act?.(app);
}

const app = document.getElementById("app");
if (app) void main(app);
