import { welcomeText } from "@/lib/view";
import "./picture.css";

/** The shares of the example: of the decision in all, and of each of the three people. */
const SHARES = [34, 21, 12] as const;
const STANCES = ["for", "for", "against"] as const;
const UNKNOWN = 9;
const NOT_FOUND = 24;
const RING = 15;

/** What the panel will show, in small, beside a page of a CRM. An example, not data. */
export function Picture() {
  const { what } = welcomeText.value;
  return (
    <div class="picture" role="img" aria-label={what.picture}>
      <div class="picture-crm">
        <span class="picture-title">{what.crmPage}</span>
        <b>{what.deal}</b>
        {[80, 55, 70].map((width) => (
          <i key={width} style={{ width: `${width}%` }} />
        ))}
        {what.people.map(({ name }) => (
          <span key={name} class="picture-contact">
            {name}
          </span>
        ))}
        {[65, 40].map((width) => (
          <i key={width} style={{ width: `${width}%` }} />
        ))}
      </div>
      <div class="picture-panel">
        <span class="picture-title">{what.decides}</span>
        <div class="picture-bar">
          {SHARES.map((share, n) => (
            <span
              key={share}
              class="picture-share"
              data-stance={STANCES[n]}
              style={{ flexGrow: share }}
            >
              {STANCES[n] === "for" ? "✓" : "✕"} {share}
            </span>
          ))}
          <span class="picture-share" data-stance="unknown" style={{ flexGrow: UNKNOWN }}>
            <em>?</em>
          </span>
          <span class="picture-share" data-stance="nobody" style={{ flexGrow: NOT_FOUND }}>
            {what.notFound}
          </span>
        </div>
        {what.people.map(({ initials, name, role }, n) => (
          <div
            key={name}
            class="picture-person"
            data-stance={STANCES[n]}
            style={{ marginInlineStart: `${n * 12}px` }}
          >
            <svg viewBox="0 0 36 36" width="36" height="36">
              <circle cx="18" cy="18" r={RING} class="picture-ring" />
              <circle
                cx="18"
                cy="18"
                r={RING}
                pathLength={100}
                stroke-dasharray={`${SHARES[n]} 100`}
                class="picture-ring-share"
              />
              <text x="18" y="22" text-anchor="middle">
                {initials}
              </text>
            </svg>
            <span>
              <b>{name}</b>
              <span class="picture-tag">{role}</span>
            </span>
          </div>
        ))}
        <div class="picture-next">{what.nextStep}</div>
      </div>
    </div>
  );
}
