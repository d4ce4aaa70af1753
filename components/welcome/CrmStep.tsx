import type { Crm } from "@/lib/domain";
import { Crms } from "@/components/access/Crms";
import { OrganisationSites } from "@/components/access/OrganisationSites";
import { OwnAddresses } from "@/components/access/OwnAddresses";
import { rememberTyped, sites, welcomeText } from "@/lib/view";
import { Ready } from "./Ready";
import { addressOfStep } from "./steps";
import { TrySample } from "./TrySample";

/** The last step: the choice of a CRM, and the way there. */
export function CrmStep({ crms }: { crms: readonly Crm[] }) {
  const { crm, back } = welcomeText.value;
  const removed = new URLSearchParams(location.search).get("sample") === "removed";
  return (
    <>
      <h1 tabIndex={-1}>{crm.title}</h1>
      {removed && (
        <p role="status" class="welcome-note">
          {crm.sampleRemoved}
        </p>
      )}
      <p class="welcome-lead">{sites.value?.length ? crm.textAllowed : crm.text}</p>
      <OrganisationSites crms={crms} />
      <section class="welcome-crms">
        <h2>{crm.products}</h2>
        <Crms crms={crms.filter(({ permissions }) => permissions.length > 0)} />
      </section>
      <OwnAddresses crms={crms} onAllowed={rememberTyped} />
      <Ready crms={crms} />
      <section class="welcome-else">
        <h2>{crm.sampleTitle}</h2>
        <TrySample />
      </section>
      <div class="welcome-ways">
        <a class="button" href={addressOfStep("data")}>
          {back}
        </a>
      </div>
    </>
  );
}
