import type { Crm } from "@/components/access/crm";
import { Access } from "@/components/access/Access";
import { Crms } from "@/components/access/Crms";
import { OwnAddresses } from "@/components/access/OwnAddresses";
import { addressOf, patternOf, policy, settingsText, sites } from "@/lib/view";
import { useState } from "preact/hooks";
import { Badges } from "./Badges";
import { Section } from "./Section";

/** Which CRMs Powermap may read, and where it may show badges in their pages. */
export function AccessSection({ crms }: { crms: readonly Crm[] }) {
  return (
    <Section id="access" resets={["badges"]}>
      <p class="dim">{settingsText.value.access.lead}</p>
      <AskedByPolicy />
      <Crms crms={crms.filter(({ permissions }) => permissions.length > 0)} />
      <OwnAddresses crms={crms} />
      <Badges crms={crms} />
    </Section>
  );
}

/** The addresses that an administrator wants allowed; the browser asks the user all the same. */
function AskedByPolicy() {
  const [notice, setNotice] = useState("");
  const granted = sites.value;
  const patterns = [...new Set(policy.value.sites.flatMap((site) => patternOf(site) ?? []))];
  if (granted === null || patterns.length === 0) return null;
  return (
    <>
      <h3 class="settings-sub">{settingsText.value.access.asked}</h3>
      <ul class="access-list">
        {patterns.map((pattern) => (
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
    </>
  );
}
