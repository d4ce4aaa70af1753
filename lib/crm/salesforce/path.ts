import type { StatusRecipe } from "../recipe";

/**
 * The path bar, by its Lightning element and by its older Aura component. Which step is the record's
 * own, and whether that ends the deal as won or lost, only a class tells (`slds-is-current`,
 * `slds-is-won`, `slds-is-lost`): `aria-selected`, like `slds-is-active`, is on the step that the
 * user looks at, whatever the record's stage is. So these classes count, but only on a step of this
 * component, which its element or its `data-name` makes known.
 */
const STEP = "runtime_sales_pathassistant-path-step";
const TAB = "li.runtime_sales_pathassistantPathAssistantTab[data-name]";

/** The stage that the path shows: the label of a step, the value of a tab. */
export const PATH_STAGE = [
  `${STEP}.slds-is-current [data-label]@data-label`,
  `${TAB}.slds-is-current@data-name`,
];

/**
 * Whether that stage ends the deal, and how. The last step stands for the end; what is on one before it
 * is open. The last one without a word about how it ended says nothing. A tab itself is read for its
 * stage, so that its status is read of the option inside.
 */
export const PATH_STATUS: StatusRecipe["hooks"] = [
  { hook: `${STEP}.slds-is-current.slds-is-won`, means: "won" },
  { hook: `${STEP}.slds-is-current.slds-is-lost`, means: "lost" },
  { hook: `${STEP}.slds-is-current:has(~ ${STEP})`, means: "open" },
  { hook: `${TAB}.slds-is-current.slds-is-won [role="option"]`, means: "won" },
  { hook: `${TAB}.slds-is-current.slds-is-lost [role="option"]`, means: "lost" },
  { hook: `${TAB}.slds-is-current:has(~ ${TAB}) [role="option"]`, means: "open" },
];
