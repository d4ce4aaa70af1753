import { useEffect, useState } from "preact/hooks";
import { settingsText } from "@/lib/view";
import type { SectionId } from "./sections";

/**
 * The list of sections: plain links, so that the keyboard, the address and "back" work by themselves. The
 * section that is being read is marked.
 */
export function Nav({ shown }: { shown: readonly SectionId[] }) {
  const words = settingsText.value;
  const here = useSectionInView(shown);
  return (
    <nav class="settings-nav" aria-label={words.nav}>
      <ul>
        {shown.map((id) => (
          <li key={id}>
            <a href={`#${id}`} {...(id === here ? { "aria-current": "true" } : {})}>
              {words.sections[id]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The section whose heading has passed the upper part of the window last. */
function useSectionInView(shown: readonly SectionId[]): SectionId | undefined {
  const [here, setHere] = useState(shown[0]);
  const order = shown.join(" ");
  useEffect(() => {
    const find = () => {
      const line = window.innerHeight / 3;
      const ids = order.split(" ") as SectionId[];
      const atEnd =
        window.scrollY > 0 &&
        window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const passed = ids.filter(
        (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line,
      );
      setHere(atEnd ? ids.at(-1) : (passed.at(-1) ?? ids[0]));
    };
    find();
    // The sections are there only now: a browser that looked for the one in the address did not find it.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
    window.addEventListener("scroll", find, { passive: true });
    window.addEventListener("resize", find);
    return () => {
      window.removeEventListener("scroll", find);
      window.removeEventListener("resize", find);
    };
  }, [order]);
  return here;
}
