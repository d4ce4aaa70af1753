import { useRef, useState } from "preact/hooks";
import {
  LONGEST_ROLE_NAME,
  MOST_ADDED_ROLES,
  ROLES,
  isSameName,
  roleName,
  type AddedRole,
  type Role,
  type Vocabulary,
} from "@/lib/domain";
import { changeSetting, namesIn, settingsText, text } from "@/lib/view";
import { NameField } from "./NameField";

/** Roles of the user's own, each a name that counts as one of the ten, and the form for one more. */
export function AddedRoles({ vocabulary }: { vocabulary: Vocabulary }) {
  const { roles: words } = settingsText.value;
  const names = namesIn(vocabulary);
  const form = useRef<HTMLInputElement>(null);
  const taken = [...ROLES.map((role) => names[role]), ...vocabulary.added.map(({ name }) => name)];
  const change = (make: (added: readonly AddedRole[]) => readonly AddedRole[], label: string) =>
    void changeSetting(
      "vocabulary",
      (own) => ({ ...own, added: make(own.added) }),
      () => label,
    );
  const put = (id: string, part: Partial<AddedRole>, label: string) =>
    change((added) => added.map((one) => (one.id === id ? { ...one, ...part } : one)), label);
  return (
    <>
      <h3 class="settings-sub">{words.added}</h3>
      <p class="dim">{words.addedText}</p>
      {vocabulary.added.length > 0 && (
        <ul class="role-rows">
          {vocabulary.added.map(({ id, name, as }) => (
            <li key={id} class="role-setting">
              <NameField
                label={words.nameLong(name)}
                value={name}
                taken={taken.filter((other) => !isSameName(other, name))}
                onName={(next) => next !== null && put(id, { name: next }, next)}
              />
              <label class="role-as">
                <span aria-hidden="true" class="dim">
                  {words.as}
                </span>
                <RoleSelect
                  label={words.asLong(name)}
                  value={as}
                  onRole={(next) => put(id, { as: next }, name)}
                />
              </label>
              <button
                type="button"
                class="button"
                aria-label={words.removeLong(name)}
                onClick={() => {
                  form.current?.focus();
                  change((added) => added.filter((one) => one.id !== id), words.removed(name));
                }}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {vocabulary.added.length < MOST_ADDED_ROLES ? (
        <AddForm
          field={form}
          taken={taken}
          onAdd={(name, as) =>
            change(
              (added) => [...added, { id: crypto.randomUUID(), name, as }],
              words.addedNow(name),
            )
          }
        />
      ) : (
        <p class="dim">{words.full}</p>
      )}
    </>
  );
}

function AddForm({
  field,
  taken,
  onAdd,
}: {
  field: { current: HTMLInputElement | null };
  taken: readonly string[];
  onAdd: (name: string, as: Role) => void;
}) {
  const { roles: words } = settingsText.value;
  const [typed, setTyped] = useState("");
  const [as, setAs] = useState<Role>("decision-maker");
  const [error, setError] = useState("");
  const add = (event: Event) => {
    event.preventDefault();
    const name = roleName(typed);
    const wrong =
      typed.trim() === ""
        ? words.empty
        : name === null
          ? words.long(LONGEST_ROLE_NAME)
          : taken.some((other) => isSameName(other, name))
            ? words.taken(name)
            : "";
    setError(wrong);
    field.current?.focus();
    if (name === null || wrong !== "") return;
    setTyped("");
    onAdd(name, as);
  };
  return (
    <form class="settings-row" onSubmit={add}>
      <input
        ref={field}
        type="text"
        class="field"
        aria-label={words.name}
        placeholder={words.name}
        aria-invalid={error !== ""}
        {...(error === "" ? {} : { "aria-describedby": "role-add-error" })}
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setError("");
        }}
      />
      <label class="role-as">
        <span class="dim">{words.as}</span>
        <RoleSelect value={as} onRole={setAs} />
      </label>
      <button class="button">{words.add}</button>
      {error !== "" && (
        <p id="role-add-error" class="field-error" role="alert">
          {error}
        </p>
      )}
    </form>
  );
}

function RoleSelect({
  label,
  value,
  onRole,
}: {
  label?: string;
  value: Role;
  onRole: (role: Role) => void;
}) {
  const names = text.value.role;
  return (
    <select
      class="field"
      {...(label === undefined ? {} : { "aria-label": label })}
      value={value}
      onChange={({ currentTarget }) => onRole(currentTarget.value as Role)}
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {names[role]}
        </option>
      ))}
    </select>
  );
}
