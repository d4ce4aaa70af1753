import type {
  AccessTexts,
  CaptureTexts,
  DataTexts,
  Locale,
  PersonTexts,
  SampleTexts,
  SettingsTexts,
  ShareTexts,
  StepTexts,
  Texts,
  WelcomeTexts,
} from "./locale";

/** Fetches the texts of one locale: a page shows one language at a time. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  if (locale === "zh_CN") return (await import("./zh_CN")).zh_CN;
  return (await import("./en")).en;
}

/** Fetches what only the view of one person says. */
export async function loadPersonTexts(locale: Locale): Promise<PersonTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/person")).person;
  return (await import("./en/person")).person;
}

/** Fetches what the next steps say. */
export async function loadStepTexts(locale: Locale): Promise<StepTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/steps")).steps;
  return (await import("./en/steps")).steps;
}

/** Fetches what only the panel's menu says. */
export async function loadShareTexts(locale: Locale): Promise<ShareTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/share")).share;
  return (await import("./en/share")).share;
}

/** Fetches what only the settings page says. */
export async function loadSettingsTexts(locale: Locale): Promise<SettingsTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/settings")).settings;
  return (await import("./en/settings")).settings;
}

/** Fetches what is said of access to CRMs. */
export async function loadAccessTexts(locale: Locale): Promise<AccessTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/access")).access;
  return (await import("./en/access")).access;
}

/** Fetches what only the welcome page says. */
export async function loadWelcomeTexts(locale: Locale): Promise<WelcomeTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/welcome")).welcome;
  return (await import("./en/welcome")).welcome;
}

/** Fetches what is said of the sample account. */
export async function loadSampleTexts(locale: Locale): Promise<SampleTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/sample")).sample;
  return (await import("./en/sample")).sample;
}

/** Fetches what only the quick capture says. */
export async function loadCaptureTexts(locale: Locale): Promise<CaptureTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/capture")).capture;
  return (await import("./en/capture")).capture;
}

/** Fetches what is said of the user's data as a whole. */
export async function loadDataTexts(locale: Locale): Promise<DataTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/data")).data;
  return (await import("./en/data")).data;
}
