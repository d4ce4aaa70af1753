/** Salesforce record ids: 15 case-sensitive characters, and the 18-character form for systems that fold case. */

export const PREFIX = {
  Account: "001",
  Contact: "003",
  User: "005",
  Opportunity: "006",
  OpportunityContactRole: "00K",
} as const;
export type Kind = keyof typeof PREFIX;

const CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/**
 * The 18-character form of a 15-character id: per chunk of five, bit i says that character i is an
 * upper-case letter, and the five bits pick one of 32 characters.
 */
export function to18(id15: string): string {
  let suffix = "";
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(id15.charAt(chunk + i))) bits |= 1 << i;
    suffix += CHECKSUM.charAt(bits);
  }
  return id15 + suffix;
}

/** True for an 18-character id whose checksum fits and whose prefix is one of ours. */
export function isValid18(id: string): boolean {
  return /^[a-zA-Z0-9]{18}$/.test(id) && to18(id.slice(0, 15)) === id && kindOf(id) !== undefined;
}

/** The kind that an id's prefix stands for. */
export function kindOf(id: string): Kind | undefined {
  return (Object.keys(PREFIX) as Kind[]).find((kind) => id.startsWith(PREFIX[kind]));
}

/** An 18-character id of the kind; `tail` (at most six letters or digits) tells records apart. */
export function makeId(kind: Kind, tail: string): string {
  if (!/^[a-zA-Z0-9]{1,6}$/.test(tail)) throw new Error(`not an id tail: ${tail}`);
  return to18(`${PREFIX[kind]}5j0000${tail.padStart(6, "0")}`);
}
