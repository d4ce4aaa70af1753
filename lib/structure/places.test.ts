import { expect, test } from "vitest";
import { assembled, ofEach, peopleOf, placesOf } from "./places";
import { believed, chen, decides, li, moves, stance, wang, type Said } from "./testing";

const people = [li, wang, chen];
const tie: Said = [li, moves(chen)];
const of = (says: readonly Said[], among = people) => believed({ people: among, says }).beliefs;

test("the places are the very same while the same people stand in the same order", () => {
  const places = placesOf(of([tie]));
  expect(placesOf(of([tie, [wang, stance(1)]]))).toBe(places);
  expect(placesOf(of([tie], [wang, li, chen])).indexOf.get(wang)).toBe(0);
  expect(placesOf(of([tie], [li, wang])).people).toEqual([li, wang]);
});

test("what is put together of parts is made anew only where a part is another", () => {
  const moved = assembled(
    ({ influences }, { indexOf }) => influences.flatMap(({ whom }) => indexOf.get(whom) ?? []),
    (parts) => ({ parts }),
  );
  const before = moved(of([tie]));
  expect(before.parts).toEqual([[2], [], []]);
  // Other beliefs, of which no part is another.
  expect(moved(of([tie, [li, stance(1)], [wang, decides()]]))).toBe(before);
  expect(moved(of([tie, [wang, moves(li)]])).parts).toEqual([[2], [0], []]);
  expect(moved(of([])).parts).toEqual([[], [], []]);
  // The same tie leads elsewhere when people stand elsewhere.
  expect(moved(of([tie], [chen, li])).parts).toEqual([[], [0]]);
  expect(moved(of([tie])).parts).toEqual(before.parts);
});

test("what follows from each is reckoned anew only for who is another in that place", () => {
  const reckoned: string[] = [];
  const saidOf = ofEach(({ person, stance }) => {
    reckoned.push(person.key);
    return stance.said;
  });
  const before = peopleOf(of([[li, stance(1)]]));
  const wangs = peopleOf(of([[wang, stance(-1)]]))[1]!;
  expect(saidOf(before)).toEqual([1, null, null]);
  expect(saidOf(before.with(1, wangs))).toEqual([1, -1, null]);
  expect(reckoned).toEqual([li, wang, chen, wang]);
  expect(saidOf(before.slice(1))).toEqual([null, null]);
});
