import type { CompiledKind } from "./compile";
import type { ShadowRootOf } from "./dom";
import type { Elements } from "./element";
import type { Visit } from "./place";

/** The page that is read, and how. */
export interface PageContext {
  document: Document;
  url: string;
  visit: Visit;
  kind: CompiledKind;
  elements: Elements;
  shadowRootOf: ShadowRootOf;
}
