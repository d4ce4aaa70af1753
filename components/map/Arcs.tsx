import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Arc } from "./ties";
import "./arcs.css";

/** The room beside the list (px), and how far the widest arc swings out in it. */
export const ROOM = 30;
const WIDEST = 27;
const START = 4;
/** Where in a row the ties of a person meet: beside their name. */
const ANCHOR = 26;

/** The middle of each row from the top of the list (px). */
type Middles = ReadonlyMap<string, number>;

/**
 * Arcs in the margin: who is listened to. The arrow is at who is heard, the weight is the strength, dashed where they
 * are against us. Of the person under the pointer or in focus they stand out. For eyes only: rows say the same in words.
 */
export function Arcs({ arcs }: { arcs: readonly Arc[] }) {
  const svg = useRef<SVGSVGElement>(null);
  const [middles, setMiddles] = useState<Middles>(new Map());
  const [lit, setLit] = useState<string | null>(null);
  useLayoutEffect(() => {
    const list = svg.current?.parentElement;
    if (!list) return undefined;
    const measure = () => setMiddles(middlesOf(list));
    const light = ({ type, target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-person]") : null;
      setLit(type === "pointerleave" || type === "focusout" ? null : (row?.dataset.person ?? null));
    };
    // Also told at once, when it begins to observe.
    const sizes = new ResizeObserver(measure);
    sizes.observe(list);
    const events = ["pointerover", "pointerleave", "focusin", "focusout"];
    for (const event of events) list.addEventListener(event, light);
    return () => {
      sizes.disconnect();
      for (const event of events) list.removeEventListener(event, light);
    };
  }, [arcs]);
  return (
    <svg ref={svg} class="arcs" width={ROOM} aria-hidden="true" data-lit={lit !== null}>
      {arcs.map(({ listener, heard, strength, against }) => {
        const [from, to] = [middles.get(listener), middles.get(heard)];
        if (from === undefined || to === undefined) return null;
        return (
          <g
            key={`${listener} ${heard}`}
            class="arc"
            data-against={against}
            data-lit={lit === listener || lit === heard}
            style={{ strokeWidth: `${0.7 + strength * 0.6}px` }}
          >
            <path class="arc-line" d={lineOf(from + 4, to - 4)} />
            <path d={`M${START + 5} ${to - 8}l-5 4 5 4`} />
          </g>
        );
      })}
    </svg>
  );
}

function middlesOf(list: HTMLElement): Middles {
  return new Map(
    [...list.querySelectorAll<HTMLElement>("[data-person]")].map((row) => [
      row.dataset.person ?? "",
      row.offsetTop + Math.min(ANCHOR, row.offsetHeight / 2),
    ]),
  );
}

/** The farther apart, the farther out, so that arcs over each other stay apart. */
function lineOf(from: number, to: number): string {
  const out = Math.min(WIDEST, 8 + Math.abs(to - from) / 9);
  // The control points of a cubic curve lie a third farther out than it goes.
  const control = START + ((out - START) * 4) / 3;
  return `M${START} ${from}C${control} ${from} ${control} ${to} ${START} ${to}`;
}
