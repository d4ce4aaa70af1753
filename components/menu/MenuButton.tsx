import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { text } from "@/lib/view";
import type { MenuProps, MenuSheet } from "./MenuSheet";
import "./button.css";

const loaded = signal<typeof MenuSheet | null>(null);
const open = signal<"menu" | "help" | null>(null);

/** Opens the sheet, at the keys if asked. It is fetched when it is first opened. */
export async function openMenu(at: "menu" | "help" = "menu"): Promise<void> {
  loaded.value = await (await import("./ready")).ready();
  open.value = at;
}

export function MenuButton() {
  const name = text.value.panel.menu;
  return (
    <button
      class="menu-button"
      aria-haspopup="dialog"
      aria-label={name}
      title={name}
      onClick={() => void openMenu()}
    >
      ⋯
    </button>
  );
}

/** Whether this page was opened to be printed. */
const toPrint = new URLSearchParams(location.search).has("print");

/** The sheet, while it is open. */
export function Menu(props: Pick<MenuProps, "view" | "nameOf">) {
  const { view, nameOf } = props;
  // A sheet of another record's map must not stay.
  useEffect(() => () => void (open.value = null), []);
  useEffect(() => {
    if (toPrint && view) void import("./ready").then(({ printOnce }) => printOnce(nameOf));
  }, [view]);
  const Sheet = loaded.value;
  if (!Sheet || open.value === null) return null;
  return <Sheet {...props} help={open.value === "help"} onClose={() => (open.value = null)} />;
}
