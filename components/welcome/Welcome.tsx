import { useEffect } from "preact/hooks";
import type { Crm } from "@/components/access/crm";
import { Crms } from "@/components/access/Crms";
import { OwnAddresses } from "@/components/access/OwnAddresses";
import { text } from "@/lib/view";
import { Picture } from "./Picture";
import { Start } from "./Start";
import "./welcome.css";

/** Shown once after installing, and whenever access to CRMs is to be changed. */
export function Welcome({ crms }: { crms: readonly Crm[] }) {
  const { welcome } = text.value;
  useEffect(() => {
    document.title = `${welcome.title} · Powermap`;
  }, [welcome]);
  const { trust } = welcome;
  return (
    <main class="welcome">
      <header>
        <p class="welcome-mark">
          <img src="/icon/icon.svg" alt="" width="32" height="32" /> Powermap
        </p>
        <h1>{welcome.title}</h1>
        <p class="welcome-lead">{welcome.lead}</p>
        <Picture />
      </header>
      <section>
        <h2>{trust.title}</h2>
        <dl class="trust">
          <div>
            <dt>{trust.reads}</dt>
            <dd>{trust.readsText}</dd>
          </div>
          <div>
            <dt>{trust.keeps}</dt>
            <dd>{trust.keepsText}</dd>
          </div>
          <div>
            <dt>{trust.sends}</dt>
            <dd>{trust.sendsText}</dd>
          </div>
        </dl>
      </section>
      <section>
        <h2>{welcome.crms.title}</h2>
        <p class="dim">{welcome.crms.text}</p>
        <Crms crms={crms.filter(({ permissions }) => permissions.length > 0)} />
        <OwnAddresses crms={crms} />
      </section>
      <Start />
    </main>
  );
}
