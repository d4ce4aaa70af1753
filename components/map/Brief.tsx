import { Clamped } from "@/components/ui/Clamped";

/** More characters than any name or title has that is one (about three lines of the narrowest panel). */
const LONG = 80;

/** Words in a line of text; those that are no name but an essay are cut on the screen after three lines. */
export function Brief({ words }: { words: string }) {
  return words.length > LONG ? <Clamped name={words} /> : <>{words}</>;
}
