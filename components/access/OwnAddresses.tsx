import { useId, useRef, useState } from "preact/hooks";
import {
  accessText,
  addressOf,
  askFor,
  draftOf,
  language,
  patternOf,
  sites,
  text,
} from "@/lib/view";
import { Access } from "./Access";
import { wordsFor } from "./answer";
import type { Crm } from "@/lib/domain";
import "./access.css";

interface OwnAddressesProps {
  crms: readonly Crm[];
  /** Called with the address as it was typed, when it is allowed or was already. */
  onAllowed?: (pattern: string, typed: string) => void;
}

/** CRMs at an address of the user's own: a field for one more, and those allowed already. */
export function OwnAddresses({ crms, onAllowed }: OwnAddressesProps) {
  const { own, crms: words } = accessText.value;
  const draft = draftOf("access", "address");
  const typed = draft.text.value;
  const [error, setError] = useState("");
  const [notice, setNotice] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const granted = sites.value;
  if (granted === null) return null;
  const products = new Set(crms.flatMap(({ permissions }) => permissions));
  const addresses = granted.filter((pattern) => !products.has(pattern));
  const readable = new Intl.ListFormat(language.value, { type: "disjunction" }).format(
    crms.map(({ names }) => names[language.value]),
  );
  const selfHosted = crms.filter((crm) => crm.selfHosted).map(({ names }) => names[language.value]);

  const refuse = (message: string) => {
    setError(message);
    setNotice("");
    field.current?.focus();
  };
  const allow = (event: Event) => {
    event.preventDefault();
    if (typed.trim() === "") return refuse(own.empty);
    const pattern = patternOf(typed);
    if (pattern === null) return refuse(own.invalid);
    const address = addressOf(pattern);
    if (granted.includes(pattern)) {
      onAllowed?.(pattern, typed);
      return refuse(own.already(address));
    }
    setError("");
    // In the turn of the click, before anything is awaited: later the browser does not ask.
    void askFor([pattern]).then((answer) => {
      if (answer === "allowed") {
        onAllowed?.(pattern, typed);
        draft.type("");
      }
      setNotice(answer === "allowed" ? own.done(address, readable) : wordsFor(answer, address));
    });
  };

  return (
    <div class="own">
      <h3>{own.title}</h3>
      <p class="dim">{own.text(text.value.common.list(selfHosted))}</p>
      <form noValidate onSubmit={allow}>
        <label for={id}>{own.label}</label>
        <div class="own-row">
          <input
            ref={field}
            id={id}
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={error !== ""}
            aria-describedby={error === "" ? `${id}-hint` : `${id}-error`}
            value={typed}
            onInput={({ currentTarget }) => {
              draft.type(currentTarget.value);
              setError("");
            }}
          />
          <button class="button" data-kind="go">
            {words.allow}
          </button>
        </div>
        {error === "" ? (
          <p id={`${id}-hint`} class="dim">
            {own.hint}
          </p>
        ) : (
          <p id={`${id}-error`} class="own-error" role="alert">
            {error}
          </p>
        )}
      </form>
      {addresses.length > 0 && (
        <>
          <h4>{own.list}</h4>
          <ul class="access-list">
            {addresses.map((pattern) => (
              <Access
                key={pattern}
                name={addressOf(pattern)}
                origins={[pattern]}
                granted
                say={setNotice}
                onRemoved={() => field.current?.focus()}
              />
            ))}
          </ul>
        </>
      )}
      <p role="status" class="access-notice">
        {notice}
      </p>
    </div>
  );
}
