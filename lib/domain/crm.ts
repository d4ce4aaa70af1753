/** A CRM that may be allowed; the entrypoint takes them from the recipes. */
export interface Crm {
  id: string;
  names: { en: string; "zh-CN": string };
  /** Match patterns of the product's own hosts. */
  permissions: readonly string[];
  /** It also runs under addresses of its users' own. */
  selfHosted: boolean;
  /** Where its users sign in, for who has no page of it open. */
  start?: string;
}
