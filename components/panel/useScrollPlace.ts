import { useEffect, useLayoutEffect } from "preact/hooks";
import type { RecordKey } from "@/lib/domain";
import { keepScrolled, scrolledIn } from "@/lib/view";

/** Shows a record, or a person in it, where the user had left it. */
export function useScrollPlace(record: RecordKey, person: RecordKey<"contact"> | null): void {
  useLayoutEffect(() => scrollTo({ top: scrolledIn(record, person) }), [record, person]);
  useEffect(() => {
    const keep = () => keepScrolled(record, person, scrollY);
    addEventListener("scrollend", keep);
    return () => removeEventListener("scrollend", keep);
  }, [record, person]);
}
