import { signal } from "@preact/signals";
import type { Grounds } from "@/lib/view";

/** What nearly every tap is said by: nobody has to choose before they tap. */
export const USUAL: Grounds = { how: "judgement", sure: "likely" };

/** How the user knows what they say next, as chosen last: kept while one person is open. */
export const grounds = signal<Grounds>(USUAL);
