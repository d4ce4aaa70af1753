import { welcomeText } from "@/lib/view";
import { Retention } from "./Retention";
import { addressOfStep } from "./steps";

/** The second step: what is read, kept and sent, and for how long. */
export function DataStep() {
  const { data, next, back } = welcomeText.value;
  const facts = [
    [data.reads, data.readsText],
    [data.keeps, data.keepsText],
    [data.sends, data.sendsText],
    [data.private, data.privateText],
  ] as const;
  return (
    <>
      <h1 tabIndex={-1}>{data.title}</h1>
      <dl class="trust">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <Retention />
      <div class="welcome-ways">
        <a class="button" data-kind="go" href={addressOfStep("crm")}>
          {next}
        </a>
        <a class="button" href={addressOfStep("what")}>
          {back}
        </a>
      </div>
    </>
  );
}
