import { openRecord, openWelcome, recent, sites, text } from "@/lib/view";

/** A page without a record: what Powermap can read, and the way back to what it knows. */
export function Elsewhere() {
  const { panel } = text.value;
  const opportunities = recent.value?.value ?? [];
  return (
    <div class="elsewhere">
      <h1>{panel.elsewhere.title}</h1>
      <p>{panel.elsewhere.reads}</p>
      {sites.value?.length === 0 && <p class="notice">{panel.elsewhere.noSites}</p>}
      <button class="button" onClick={() => void openWelcome()}>
        {panel.elsewhere.welcome}
      </button>
      {opportunities.length > 0 && (
        <section>
          <h2>{panel.elsewhere.recent}</h2>
          <ul>
            {opportunities.map(({ key, name, url, fields }) => (
              <li key={key}>
                <button class="also-person" onClick={() => url && void openRecord({ key, url })}>
                  <b>{name || panel.noName}</b>{" "}
                  {fields.account && <span class="dim">{String(fields.account.value)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
