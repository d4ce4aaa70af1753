import type { Assumptions } from "@/lib/beliefs";
import type { Role } from "@/lib/domain";

/** What the user has set that steps depend on. */
export interface Preferences {
  /** How fast claims age, and what titles mean. */
  assumptions: Assumptions;
  /** Roles that the vocabulary hides: nobody is asked about them. */
  hidden: ReadonlySet<Role>;
}
