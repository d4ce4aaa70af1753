import { useId } from "preact/hooks";
import type { StanceLook } from "./stance";
import "./map.css";

const SIGNS = {
  for: "M25 26l3 3 5-6",
  against: "M26 23l6 6m0-6l-6 6",
  neutral: "M25 26h8",
} as const;

/**
 * Initials in a ring: how far it is closed is the share of the decision, its colour and the sign at its foot show the
 * stance; unknown is hatched.
 */
export function Avatar({
  name,
  look,
  strong,
  share,
}: {
  name: string;
  look: StanceLook;
  /** Enemy or mentor: drawn thicker. */
  strong: boolean;
  /** Of the decision, in percent; null for who has none. */
  share: number | null;
}) {
  const hatching = useId();
  return (
    <svg
      class="avatar"
      data-stance={look}
      width="38"
      height="36"
      viewBox="0 0 38 36"
      aria-hidden="true"
    >
      {look === "unknown" && (
        <pattern
          id={hatching}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="avatar-hatching" width="2" height="4" />
        </pattern>
      )}
      <circle class="avatar-track" cx="17" cy="17" r="14.5" />
      {share !== null && share > 0 && (
        <circle
          class="avatar-ring"
          cx="17"
          cy="17"
          r="14.5"
          transform="rotate(-90 17 17)"
          pathLength={100}
          stroke-dasharray={`${share} 100`}
          stroke-width={strong ? 6 : 4}
          {...(look === "unknown" && { style: { stroke: `url(#${hatching})` } })}
        />
      )}
      <text x="17" y="21" text-anchor="middle">
        {initials(name)}
      </text>
      {look !== "unknown" && (
        <>
          <circle class="avatar-ground" cx="29" cy="26" r="7" />
          <path class="avatar-sign" d={SIGNS[look]} />
        </>
      )}
    </svg>
  );
}

/** Two letters of a name; the last two characters of a Chinese one, as is the custom there. */
export function initials(name: string): string {
  const clean = name.trim();
  if (/\p{Script=Han}/u.test(clean)) return [...clean.replace(/\s/gu, "")].slice(-2).join("");
  const words = clean.split(/[\s.·-]+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
