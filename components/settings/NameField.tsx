import { useEffect, useId, useState } from "preact/hooks";
import { LONGEST_ROLE_NAME, isSameName, roleName } from "@/lib/domain";
import { settingsText } from "@/lib/view";

/**
 * The name of a role: taken when the field is left or Enter is pressed. What cannot be taken stays typed,
 * with the reason under it.
 *
 * @param taken the names of the other roles
 * @param onName the name; null when the field is empty
 */
export function NameField({
  label,
  value,
  placeholder = "",
  taken,
  optional = false,
  onName,
}: {
  label: string;
  value: string;
  placeholder?: string;
  taken: readonly string[];
  optional?: boolean;
  onName: (name: string | null) => void;
}) {
  const { roles: words } = settingsText.value;
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [error, setError] = useState("");
  useEffect(() => {
    setTyped(value);
    setError("");
  }, [value]);
  const take = () => {
    if (typed.trim() === "") {
      if (!optional) return setError(words.empty);
      setError("");
      return onName(null);
    }
    const name = roleName(typed);
    if (name === null) return setError(words.long(LONGEST_ROLE_NAME));
    if (taken.some((other) => isSameName(other, name))) return setError(words.taken(name));
    setError("");
    setTyped(name);
    onName(name);
  };
  return (
    <span class="name-field">
      <input
        type="text"
        class="field"
        aria-label={label}
        aria-invalid={error !== ""}
        {...(error === "" ? {} : { "aria-describedby": id })}
        autocomplete="off"
        value={typed}
        placeholder={placeholder}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={take}
        onKeyDown={({ key }) => {
          if (key !== "Escape") return;
          setTyped(value);
          setError("");
        }}
      />
      {error !== "" && (
        <span id={id} class="field-error" role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
