/**
 * Signs and words that name one currency everywhere. Source: Unicode CLDR, currency symbols.
 * `$`, `¥`, `元`, `kr` and the like name several: {@link BY_REGION}.
 */
const ONE: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₫": "VND",
  "₪": "ILS",
  "₴": "UAH",
  "₱": "PHP",
  "฿": "THB",
  R$: "BRL",
  US$: "USD",
  $US: "USD",
  CA$: "CAD",
  C$: "CAD",
  A$: "AUD",
  AU$: "AUD",
  NZ$: "NZD",
  HK$: "HKD",
  NT$: "TWD",
  S$: "SGD",
  SG$: "SGD",
  MX$: "MXN",
  "CN¥": "CNY",
  "JP¥": "JPY",
  RMB: "CNY",
  人民币: "CNY",
  円: "JPY",
  日元: "JPY",
  美元: "USD",
  欧元: "EUR",
  英镑: "GBP",
  港元: "HKD",
  港币: "HKD",
  新台币: "TWD",
  zł: "PLN",
  Kč: "CZK",
  Ft: "HUF",
};

/** Signs that name several currencies: which one, by the region that the page's language names. */
const BY_REGION: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: {
    US: "USD",
    CA: "CAD",
    AU: "AUD",
    NZ: "NZD",
    SG: "SGD",
    HK: "HKD",
    TW: "TWD",
    MX: "MXN",
    CL: "CLP",
    CO: "COP",
    AR: "ARS",
  },
  "¥": { CN: "CNY", JP: "JPY" },
  元: { CN: "CNY", TW: "TWD", HK: "HKD" },
  kr: { SE: "SEK", NO: "NOK", DK: "DKK", IS: "ISK" },
  lei: { RO: "RON", MD: "MDL" },
  Rs: { IN: "INR", PK: "PKR", LK: "LKR", NP: "NPR" },
};

/** Languages that are spoken officially with one of the currencies above, where no region is given. */
const REGION_OF: Readonly<Record<string, string>> = {
  zh: "CN",
  ja: "JP",
  sv: "SE",
  nb: "NO",
  no: "NO",
  nn: "NO",
  da: "DK",
  is: "IS",
  ro: "RO",
};

let isoCodes: ReadonlySet<string> | undefined;

export interface Currency {
  /** ISO 4217, or the sign as it stands where it names several. */
  code: string;
  ambiguous?: true;
}

/** The currency that a sign, word or ISO code names on a page of this language; `null` for others. */
export function currencyOf(sign: string, language: string): Currency | null {
  const text = sign.trim().replace(/\.$/, "");
  if (Object.hasOwn(ONE, text)) return { code: ONE[text]! };
  const several = Object.hasOwn(BY_REGION, text) ? BY_REGION[text]! : undefined;
  if (!several) {
    if (/^[A-Z]{3}$/.test(text)) {
      isoCodes ??= new Set(Intl.supportedValuesOf("currency"));
      return isoCodes.has(text) ? { code: text } : null;
    }
    // Half and full width signs mean the same: ￥ ＄ ￡.
    const folded = text.normalize("NFKC");
    return folded === text ? null : currencyOf(folded, language);
  }
  const region = regionOf(language);
  const code = region && Object.hasOwn(several, region) ? several[region] : undefined;
  return code ? { code } : { code: text, ambiguous: true };
}

/**
 * The one currency that all of these signs can mean: `USD $` is dollars of the US, `$ CAD` Canadian ones
 * whatever the page's language; ¥ with hundredths is no yen, which has none. `null` where a sign is unknown
 * or two of them contradict each other.
 *
 * @param decimals how many the amount is written with
 */
export function commonCurrency(
  signs: readonly string[],
  language: string,
  decimals: number,
): Currency | null {
  const currencies = signs.map((sign) => currencyOf(sign, language));
  const [first] = currencies;
  if (!first || currencies.includes(null)) return null;
  const [meant, ...others] = signs.map(codesOf);
  const common = [...meant!].filter((code) => others.every((codes) => codes.has(code)));
  if (common.length === 0) return null;
  if (common.length === 1) return { code: common[0]! };
  // Signs that all leave the same choice: the page's language may still tell, or how the number is written.
  const written = first.ambiguous ? common.filter((code) => decimalsOf(code) >= decimals) : [];
  return written.length === 1 ? { code: written[0]! } : first;
}

const known = new Map<string, number>();

/** With how many decimals a currency is written at most (ISO 4217, as Intl has it). */
function decimalsOf(code: string): number {
  let decimals = known.get(code);
  if (decimals === undefined) {
    const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
    decimals = format.resolvedOptions().maximumFractionDigits ?? 0;
    known.set(code, decimals);
  }
  return decimals;
}

/** Every currency that a known sign can mean. */
function codesOf(sign: string): ReadonlySet<string> {
  const { code, ambiguous } = currencyOf(sign, "")!;
  return new Set(ambiguous ? Object.values(BY_REGION[code]!) : [code]);
}

function regionOf(language: string): string | undefined {
  if (language === "") return undefined;
  const { language: name, region, script } = new Intl.Locale(language);
  // zh-Hant is written in three regions.
  if (region) return region;
  return script === "Hant" || !Object.hasOwn(REGION_OF, name) ? undefined : REGION_OF[name];
}
