import { useId } from "react";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly long?: boolean;
  readonly placeholder?: string;
  readonly type?: "text" | "password" | "search";
  readonly autoComplete?: string;
  /** Earlier words to tap instead of typing. */
  readonly offers?: readonly string[];
}

/** Label above, hint under it, error under the field. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    error,
    long = false,
    placeholder,
    type = "text",
    autoComplete,
    offers = [],
  } = props;
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const common = {
    id,
    value,
    placeholder,
    autoComplete,
    "aria-describedby": described,
    "aria-invalid": Boolean(error),
  };
  return (
    <div className={error ? "field field--bad" : "field"}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {long ? (
        <textarea className="input area" {...common} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input className="input" {...common} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
      {error ? (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
      {offers.length > 0 ? (
        <div className="chiprow" style={{ marginTop: 8 }}>
          {offers.map((offer) => (
            <button key={offer} type="button" className="pick" onClick={() => onChange(offer)}>
              {offer}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
