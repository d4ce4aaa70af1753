import "./map.css";

/** Three bars for our access to a person; hatched where it is unknown. */
export function AccessBars({ level }: { level: number | null }) {
  return (
    <span class="bars" data-unknown={level === null} aria-hidden="true">
      {[1, 2, 3].map((step) => (
        <i key={step} data-on={level !== null && level >= step} />
      ))}
    </span>
  );
}

/** Three rings for the power level: the inner the fuller; hatched where it is unknown. */
export function PowerRings({ level }: { level: number | null }) {
  const at = level ?? 0;
  return (
    <svg
      class="rings"
      data-unknown={level === null}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.5" />
      <circle cx="8" cy="8" r="4" data-on={at >= 2} />
      <circle cx="8" cy="8" r="1.8" data-on={at >= 3} />
    </svg>
  );
}
