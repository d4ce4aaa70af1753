import type { ComponentChildren } from "preact";
import { day, decimal, text } from "@/lib/view";
import {
  applyImport,
  cancelImport,
  dataText,
  withSettings,
  type Counts,
  type Importing,
} from "@/lib/view/data";

const ROWS = ["claims", "records", "links", "changes"] as const satisfies readonly (keyof Counts)[];

/** What a file brings, before anything of it is written. */
export function ImportPreview({
  now,
  cancel,
}: {
  now: Importing & { step: "preview" };
  cancel: ComponentChildren;
}) {
  const words = dataText.value.import;
  const { data, preview, file, settings } = now;
  const hasSettings = Object.keys(data.settings).length > 0;
  const title = words.previewTitle(file);
  return (
    <div class="data-step data-preview" role="region" aria-label={title}>
      <h4>{title}</h4>
      {/* A table does not say when it was made. */}
      {data.madeBy !== "" && <p class="dim">{words.madeAt(day(data.madeAt))}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden-text">{words.head.what}</span>
            </th>
            <th scope="col">{words.head.fresh}</th>
            <th scope="col">{words.head.changed}</th>
            <th scope="col">{words.head.known}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.filter((table) => data.rows[table].length > 0).map((table) => (
            <tr key={table}>
              <th scope="row">{words.table[table]}</th>
              {(["fresh", "changed", "known"] as const).map((which) => (
                <td key={which} data-none={preview[which][table] === 0}>
                  {decimal(preview[which][table])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.names.length > 0 && (
        <p class="dim">{words.names(text.value.common.list(preview.names))}</p>
      )}
      {preview.conflicts > 0 && (
        <p class="data-trouble">
          {words.conflicts(
            preview.conflicts,
            decimal(preview.conflicts),
            text.value.common.list(preview.disputed),
          )}
        </p>
      )}
      {preview.strangers > 0 && (
        <p class="data-trouble">{words.strangers(preview.strangers, decimal(preview.strangers))}</p>
      )}
      {preview.future > 0 && (
        <p class="data-trouble">{words.future(preview.future, decimal(preview.future))}</p>
      )}
      {preview.nothing && <p role="status">{words.nothing}</p>}
      {hasSettings && (
        <label class="settings-tick">
          <input
            type="checkbox"
            checked={settings}
            onChange={({ currentTarget }) => withSettings(currentTarget.checked)}
          />
          {words.settings}
        </label>
      )}
      <div class="data-ways">
        {preview.nothing && !settings ? (
          <button class="button" onClick={cancelImport}>
            {text.value.common.close}
          </button>
        ) : (
          <>
            <button class="button" data-kind="go" onClick={() => void applyImport()}>
              {preview.nothing ? words.settingsAlone : words.apply}
            </button>
            {cancel}
          </>
        )}
      </div>
    </div>
  );
}
