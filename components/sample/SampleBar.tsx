import { openWelcome, panelPage, sampleDeals, sampleShown, sampleText } from "@/lib/view";
import { RemoveSample } from "./RemoveSample";
import "./sample.css";

/** That this is sample data, the way between its opportunities, and the ways out of it. */
export function SampleBar() {
  const words = sampleText.value;
  const shown = sampleShown.value;
  const deals = sampleDeals.value ?? [];
  return (
    <aside class="sample" aria-label={words.title}>
      <p>
        <b class="sample-mark">{words.title}</b> {words.text}
      </p>
      {deals.length > 0 && (
        <nav aria-label={words.deals}>
          <ul class="sample-deals">
            {deals.map(({ key, name }) => (
              <li key={key}>
                <a href={panelPage(key)} aria-current={key === shown ? "page" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="sample-ways">
        <button class="button" onClick={() => void openWelcome("crm")}>
          {words.choose}
        </button>
        {/* The record that this page is about is gone then: it gives way to the choice of a CRM. */}
        <RemoveSample onRemoved={() => location.replace("/welcome.html?sample=removed#crm")} />
      </p>
    </aside>
  );
}
