import { decimal, tabState, text } from "@/lib/view";

/** What was read on this page, by which hook, and what was not found. */
export function Report() {
  const { panel } = text.value;
  const tab = tabState.value;
  if (tab === null || tab === "none") return null;
  const names: Readonly<Record<string, string>> = panel.report.fields;
  const fieldName = (field: string) => names[field] ?? field;
  const { report } = tab;
  return (
    <details class="report">
      <summary>{panel.report.title}</summary>
      {!report && <p class="dim">{panel.report.none}</p>}
      {report && (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{panel.report.field}</th>
                <th scope="col">{panel.report.hook}</th>
              </tr>
            </thead>
            <tbody>
              {report.fields.map(({ field, hook, ambiguous }) => (
                <tr key={field}>
                  <td>{fieldName(field)}</td>
                  <td>
                    <code>{hook}</code>
                    {ambiguous && <span class="dim"> {panel.report.ambiguous}</span>}
                  </td>
                </tr>
              ))}
              {report.people.map(({ hook, count }) => (
                <tr key={hook}>
                  <td>{text.value.common.people(count)}</td>
                  <td>
                    <code>{hook}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {report.notFound.length > 0 && (
            <p>
              {panel.report.notFoundList(text.value.common.list(report.notFound.map(fieldName)))}
            </p>
          )}
          {report.limits.map(({ limit, what, kept }) => {
            const cut = panel.report.limit[limit](decimal(kept));
            // What is no field has no name that a seller knows.
            const field = names[what];
            return <p key={`${limit}/${what}`}>{field ? panel.report.limitOf(field, cut) : cut}</p>;
          })}
        </>
      )}
    </details>
  );
}
