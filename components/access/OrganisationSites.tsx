import { useState } from "preact/hooks";
import { accessText, addressOf, patternOf, policy, sites } from "@/lib/view";
import { Access } from "./Access";
import type { Crm } from "@/lib/domain";
import "./access.css";

/**
 * The addresses that an administrator offers first; the browser still asks the user.
 *
 * @param Heading the level of its heading
 */
export function OrganisationSites({
  crms,
  Heading = "h2",
}: {
  crms: readonly Crm[];
  Heading?: "h2" | "h3";
}) {
  const { organisation } = accessText.value;
  const [notice, setNotice] = useState("");
  const granted = sites.value;
  const listed = new Set(crms.flatMap(({ permissions }) => permissions));
  const patterns = new Set(policy.value.sites.flatMap((site) => patternOf(site) ?? []));
  const offered = [...patterns].filter((pattern) => !listed.has(pattern));
  if (granted === null || offered.length === 0) return null;
  return (
    <section class="organisation">
      <Heading>{organisation.title}</Heading>
      <ul class="access-list">
        {offered.map((pattern) => (
          <Access
            key={pattern}
            name={addressOf(pattern)}
            origins={[pattern]}
            granted={granted.includes(pattern)}
            say={setNotice}
          />
        ))}
      </ul>
      <p role="status" class="access-notice">
        {notice}
      </p>
    </section>
  );
}
