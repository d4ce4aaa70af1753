/** `Jonas Brandt <j.brandt@nordwind.example>`: a name with its e-mail address or phone number. */
export interface NamedAddress {
  name: string;
  email?: string;
  phone?: string;
}

/** Splits at the last `<`; text without one is an address alone or a name alone. */
export function parseNamedAddress(text: string): NamedAddress {
  const at = text.lastIndexOf("<");
  if (at < 0 || !text.endsWith(">"))
    return isAddress(text) ? { name: "", ...kindOf(text) } : { name: text };
  return { name: text.slice(0, at).trim(), ...kindOf(text.slice(at + 1, -1).trim()) };
}

function kindOf(address: string): { email?: string; phone?: string } {
  if (address.includes("@")) return { email: address };
  return isAddress(address) ? { phone: address } : {};
}

/** An e-mail address, or digits and the signs that phone numbers are written with. */
function isAddress(text: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+$/.test(text) || /^\+?[\d\s().\-/]{5,}$/.test(text);
}

/** The address in a `mailto:` or `tel:` link, or the text itself. */
export function withoutScheme(text: string): string {
  const found = /^(?:mailto|tel):([^?]*)/i.exec(text);
  if (!found) return text;
  try {
    return decodeURIComponent(found[1]!);
  } catch {
    return found[1]!;
  }
}
