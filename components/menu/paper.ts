/** What a person is to the decision, for what has little room. */
export interface Part {
  /** Of the decision; none for who has left. */
  share: number;
  /** Somebody said what role they hold, or where they stand. */
  said: boolean;
}

/** Those who hold so much of what people in the list hold of the decision tell how it will go. */
const TELLING = 0.95;

/**
 * The places of those who must not be missing: of whom something was said, then who holds the rest of what is telling;
 * the larger share first.
 */
export function tellingParts(parts: readonly Part[]): number[] {
  const enough = TELLING * parts.reduce((sum, { share }) => sum + share, 0);
  let held = 0;
  const telling = bySize(parts).filter((place) => {
    const { share, said } = parts[place]!;
    const tells = said || held < enough;
    held += share;
    return tells && (said || share > 0);
  });
  const said = (place: number) => Number(parts[place]!.said);
  return telling.toSorted((a, b) => said(b) - said(a));
}

/** The places of all, in the order in which they get room: {@link tellingParts}, then the larger share first. */
export function paperOrder(parts: readonly Part[]): number[] {
  const telling = tellingParts(parts);
  const rest = new Set(bySize(parts)).difference(new Set(telling));
  return [...telling, ...rest];
}

function bySize(parts: readonly Part[]): number[] {
  return [...parts.keys()].toSorted((a, b) => parts[b]!.share - parts[a]!.share || a - b);
}

/** The most that fits, of 0 to `most`, where more never fits when fewer do not. */
export function mostThatFits(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
