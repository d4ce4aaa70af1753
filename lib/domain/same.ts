/** Whether two plain values hold the same, in whatever order their members come. */
export function sameData(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [members, others] = [Object.entries(a), Object.keys(b)];
  return (
    members.length === others.length &&
    members.every(
      ([name, value]) =>
        Object.hasOwn(b, name) && sameData(value, (b as Record<string, unknown>)[name]),
    )
  );
}
