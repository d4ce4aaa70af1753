import { useEffect, useRef, useState } from "preact/hooks";
import {
  MOST_TITLE_ROWS,
  SENIORITIES,
  titleWords,
  type Role,
  type Seniority,
  type TitleRow,
} from "@/lib/domain";
import { changeSetting, offeredRoles, settingOf, settingsText, text } from "@/lib/view";

/** The user's own rows, and the form for one more. */
export function OwnTitles() {
  const { titles: words } = settingsText.value;
  const { own } = settingOf("titles");
  const field = useRef<HTMLInputElement>(null);
  const change = (make: (rows: readonly TitleRow[]) => readonly TitleRow[], said: string) =>
    void changeSetting(
      "titles",
      (table) => ({ ...table, own: make(table.own) }),
      () => said,
    );
  return (
    <>
      <h3 class="settings-sub">{words.own}</h3>
      <p class="dim">{own.length > 0 ? words.ownText : words.ownNone}</p>
      {own.length > 0 && (
        <ol class="role-rows">
          {own.map((row) => (
            <Row
              key={row.id}
              row={row}
              onRow={(next) =>
                change(
                  (rows) => rows.map((one) => (one.id === row.id ? next : one)),
                  words.changedRow(listed(next)),
                )
              }
              onRemove={() => {
                field.current?.focus();
                change(
                  (rows) => rows.filter(({ id }) => id !== row.id),
                  words.changedRow(listed(row)),
                );
              }}
            />
          ))}
        </ol>
      )}
      {own.length < MOST_TITLE_ROWS && (
        <AddForm
          field={field}
          onAdd={(row) => change((rows) => [...rows, row], words.changedRow(listed(row)))}
        />
      )}
    </>
  );
}

const listed = ({ words }: Pick<TitleRow, "words">) => words.join(", ");

function Row({
  row,
  onRow,
  onRemove,
}: {
  row: TitleRow;
  onRow: (row: TitleRow) => void;
  onRemove: () => void;
}) {
  const { titles: words } = settingsText.value;
  const name = listed(row);
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  return (
    <li class="role-setting">
      <input
        type="text"
        class="field title-words"
        aria-label={words.wordsLong(name)}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={() => {
          const next = titleWords(typed);
          // A row without words says nothing: it is removed by its button, not by emptying it.
          if (next.length > 0) onRow({ ...row, words: next });
          else setTyped(name);
        }}
      />
      <Means
        row={row}
        rankLabel={words.rankLong(name)}
        roleLabel={words.roleLong(name)}
        onMeans={(means) => onRow({ ...row, ...means })}
      />
      <button class="button" aria-label={words.removeLong(name)} onClick={onRemove}>
        {words.remove}
      </button>
    </li>
  );
}

type Meaning = Pick<TitleRow, "seniority" | "roles">;
const NOTHING: Meaning = { seniority: null, roles: [] };

function AddForm({
  field,
  onAdd,
}: {
  field: { current: HTMLInputElement | null };
  onAdd: (row: TitleRow) => void;
}) {
  const { titles: words } = settingsText.value;
  const [typed, setTyped] = useState("");
  const [means, setMeans] = useState(NOTHING);
  const [error, setError] = useState("");
  const add = (event: Event) => {
    event.preventDefault();
    const all = titleWords(typed);
    if (all.length === 0) {
      field.current?.focus();
      return setError(words.addFirst);
    }
    if (means.seniority === null && means.roles.length === 0) return setError(words.sayFirst);
    onAdd({ id: crypto.randomUUID(), words: all, ...means });
    setTyped("");
    setMeans(NOTHING);
    setError("");
    return field.current?.focus();
  };
  return (
    <form class="role-setting title-add" onSubmit={add}>
      <input
        ref={field}
        type="text"
        class="field title-words"
        aria-label={words.words}
        placeholder={words.wordsHint}
        aria-invalid={error !== ""}
        {...(error === "" ? {} : { "aria-describedby": "title-add-error" })}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setError("");
        }}
      />
      <Means
        row={means}
        rankLabel={words.rank}
        roleLabel={words.role}
        onMeans={(next) => {
          setMeans(next);
          setError("");
        }}
      />
      <button class="button">{words.add}</button>
      {error !== "" && (
        <p id="title-add-error" class="field-error" role="alert">
          {error}
        </p>
      )}
    </form>
  );
}

/** Which rank and which role a title means. */
function Means({
  row: { seniority, roles },
  rankLabel,
  roleLabel,
  onMeans,
}: {
  row: Meaning;
  rankLabel: string;
  roleLabel: string;
  onMeans: (means: Meaning) => void;
}) {
  const { titles: words } = settingsText.value;
  const names = text.value.role;
  const [role] = roles;
  // What a row says stays to be seen, though the role is hidden.
  const offered = offeredRoles.value;
  const options = role === undefined || offered.includes(role) ? offered : [...offered, role];
  return (
    <>
      <select
        class="field"
        aria-label={rankLabel}
        value={seniority ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onMeans({ roles, seniority: value === "" ? null : (Number(value) as Seniority) })
        }
      >
        <option value="">{`${words.rank}: ${words.asBuiltIn}`}</option>
        {SENIORITIES.toReversed().map((one) => (
          <option key={one} value={one}>
            {words.ranks[one]}
          </option>
        ))}
      </select>
      <select
        class="field"
        aria-label={roleLabel}
        value={role ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onMeans({ seniority, roles: value === "" ? [] : [value as Role] })
        }
      >
        <option value="">{`${words.role}: ${words.asBuiltIn}`}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </>
  );
}
