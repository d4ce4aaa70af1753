import type { RecordKey } from "@/lib/domain";
import { percent, text, type PowerStructure } from "@/lib/view";

/** How many brokers are named: more would bury the first. */
const BROKERS = 2;

interface NotesProps {
  structure: Pick<PowerStructure, "opponents" | "shares" | "singlePoints" | "brokers">;
  nameOf: (person: RecordKey<"contact">) => string;
}

/** What to watch in the structure: who opposes us with power, and on whom our way in depends. */
export function Notes(props: NotesProps) {
  const lines = noteLines(props);
  if (lines.length === 0) return null;
  return (
    <ul class="notes" aria-label={text.value.decision.notes.title}>
      {lines.map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}

/** The same in words, a line each. */
export function noteLines({
  structure: { opponents, shares, singlePoints, brokers },
  nameOf,
}: NotesProps): { key: string; line: string }[] {
  const { notes } = text.value.decision;
  const named = (person: RecordKey<"contact">) =>
    notes.named(nameOf(person), percent(shares.get(person) ?? 0));
  return [
    ...(opponents.length > 0
      ? [{ key: "opponents", line: notes.opponents(notes.and(opponents.map(named))) }]
      : []),
    ...singlePoints.map(({ person, cutsOff }) => ({
      key: `single-point/${person}`,
      line: notes.singlePoint(nameOf(person), notes.and(cutsOff.map(nameOf))),
    })),
    ...brokers.slice(0, BROKERS).map(({ person, share }) => ({
      key: `broker/${person}`,
      line: notes.broker(nameOf(person), percent(share)),
    })),
  ];
}
