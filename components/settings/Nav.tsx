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

/** How far below the top of the window a section counts as reached (px): where a link to it brings it, and some. */
const REACHED = 100;

/**
 * The section whose heading has passed the top of the window last. At the end of the page no other can come
 * there: then it is the one in the address, while that is to be seen, else the last.
 */
function useSectionInView(shown: readonly SectionId[]): SectionId | undefined {
  const [here, setHere] = useState(shown[0]);
  const order = shown.join(" ");
  useEffect(() => {
    const find = () => {
      const ids = order.split(" ") as SectionId[];
      const atEnd =
        window.scrollY > 0 &&
        window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const topOf = (id: SectionId) =>
        document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
      const named = ids.find((id) => `#${id}` === location.hash);
      const isSeen = named && topOf(named) >= 0 && topOf(named) < window.innerHeight;
      const passed = ids.filter((id) => topOf(id) <= REACHED);
      setHere(atEnd ? (isSeen ? named : ids.at(-1)) : (passed.at(-1) ?? ids[0]));
    };
    find();
    // The sections are there only now: a browser that looked for the one in the address did not find it.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
    window.addEventListener("scroll", find, { passive: true });
    window.addEventListener("resize", find);
    window.addEventListener("hashchange", find);
    return () => {
      window.removeEventListener("scroll", find);
      window.removeEventListener("resize", find);
      window.removeEventListener("hashchange", find);
    };
  }, [order]);
  return here;
}
