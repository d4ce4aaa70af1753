import { useState } from "preact/hooks";
import { accessText, addressOf, language, sites } from "@/lib/view";
import { Access } from "./Access";
import type { Crm } from "@/lib/domain";

/** The CRMs with hosts of their own: one row each, allowed or not. */
export function Crms({ crms }: { crms: readonly Crm[] }) {
  const { crms: words } = accessText.value;
  const [notice, setNotice] = useState("");
  const granted = sites.value;
  if (granted === null) return null;
  return (
    <>
      <ul class="access-list">
        {crms.map(({ id, names, permissions }) => (
          <Access
            key={id}
            name={names[language.value]}
            origins={permissions}
            granted={permissions.every((pattern) => granted.includes(pattern))}
            say={setNotice}
          >
            <details class="access-hosts">
              <summary>{words.hosts(permissions.length)}</summary>
              <ul>
                {permissions.map((pattern) => (
                  <li key={pattern}>{addressOf(pattern)}</li>
                ))}
              </ul>
            </details>
          </Access>
        ))}
      </ul>
      <p role="status" class="access-notice">
        {notice}
      </p>
    </>
  );
}
