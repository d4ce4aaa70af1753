import { accessText, type Permission } from "@/lib/view";

/** What is said of what came of asking for access. */
export function wordsFor(answer: Permission, name: string): string {
  const { crms: words } = accessText.value;
  switch (answer) {
    case "allowed":
      return words.done(name);
    case "refused":
      return words.refused(name);
    case "blocked":
      return words.blocked(name);
    case "unasked":
      return words.unasked;
  }
}
