import type { Crm } from "@/lib/domain";
import { useEffect, useState } from "preact/hooks";
import { connect, followClock, storeFailure, text } from "@/lib/view";
import {
  dataText,
  followBackup,
  followDataTexts,
  followStored,
  storedCounts,
} from "@/lib/view/data";
import { Section } from "../Section";
import { BackupPart } from "./BackupPart";
import { DiagnosticsPart } from "./DiagnosticsPart";
import { ErasePart } from "./ErasePart";
import { ImportPart } from "./ImportPart";
import { Overview } from "./Overview";
import { RetentionPart } from "./RetentionPart";
import { SnapshotsPart } from "./SnapshotsPart";
import "./data.css";

/** Everything about the user's data: how much it is, out, in, how long it stays, and away with it. */
export function DataSection({ crms }: { crms: readonly Crm[] }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    followClock(document);
    void connect();
    followStored();
    void followBackup();
    void followDataTexts().then(() => setReady(true));
  }, []);
  return (
    <Section id="data">
      {ready ? <Parts crms={crms} /> : <div class="data-skeleton" aria-busy="true" />}
    </Section>
  );
}

function Parts({ crms }: { crms: readonly Crm[] }) {
  const words = dataText.value;
  const failure = storeFailure.value;
  return (
    <>
      <p class="dim">{words.lead}</p>
      {failure && (
        <p role="status" class="data-trouble">
          {text.value.failure[`storage-${failure}`]}
        </p>
      )}
      {storedCounts.value === null ? (
        <p role="status" class="data-waiting">
          {failure ? words.unreadable : words.loading}
        </p>
      ) : (
        <Overview counts={storedCounts.value} />
      )}
      <BackupPart />
      <ImportPart />
      <SnapshotsPart />
      <RetentionPart />
      <ErasePart crms={crms} />
      <DiagnosticsPart />
    </>
  );
}
