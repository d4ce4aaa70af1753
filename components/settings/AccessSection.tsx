import type { Crm } from "@/lib/domain";
import { Crms } from "@/components/access/Crms";
import { OrganisationSites } from "@/components/access/OrganisationSites";
import { OwnAddresses } from "@/components/access/OwnAddresses";
import { settingsText, text } from "@/lib/view";
import { Badges } from "./Badges";
import { Section } from "./Section";

/** Which CRMs Powermap may read, and where it may show badges in their pages. */
export function AccessSection({ crms }: { crms: readonly Crm[] }) {
  return (
    <Section id="access" resets={["badges"]}>
      <p class="dim">
        {settingsText.value.access.lead} {text.value.privateWindows}
      </p>
      <OrganisationSites crms={crms} Heading="h3" />
      <Crms crms={crms.filter(({ permissions }) => permissions.length > 0)} />
      <OwnAddresses crms={crms} />
      <Badges crms={crms} />
    </Section>
  );
}
