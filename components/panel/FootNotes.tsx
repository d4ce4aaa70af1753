import type { ComponentProps } from "preact";
import { Changes } from "./Changes";
import { Report } from "./Report";

/** Where what is shown comes from: what the CRM changed, and what was read on this page. */
export function FootNotes({ changed }: { changed?: ComponentProps<typeof Changes> }) {
  return (
    <footer class="part">
      {changed && <Changes {...changed} />}
      <Report />
    </footer>
  );
}
