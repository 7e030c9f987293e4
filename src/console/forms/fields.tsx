// Fields of a form: label above, hint under the label, fault under the field with a triangle and a bar.
import type { ReactNode } from "react";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { type Draft, fieldId } from "./use-draft.ts";

interface FieldProps<K extends string> {
  readonly draft: Draft<K>;
  readonly name: K;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
}

interface InputProps<K extends string> extends FieldProps<K> {
  readonly type?: "text" | "date" | "number" | "password" | undefined;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly placeholder?: string | undefined;
  readonly autoComplete?: string | undefined;
}

export function InputField<K extends string>({
  type = "text",
  min,
  max,
  placeholder,
  autoComplete,
  ...field
}: InputProps<K>) {
  return (
    <Frame {...field}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          min={min}
          max={max}
          placeholder={placeholder}
          autoComplete={autoComplete ?? "off"}
        />
      )}
    </Frame>
  );
}

export function AreaField<K extends string>({ rows = 3, ...field }: FieldProps<K> & { readonly rows?: number }) {
  return <Frame {...field}>{(control) => <textarea {...control} className="input" rows={rows} />}</Frame>;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField<K extends string>({
  options,
  ...field
}: FieldProps<K> & { readonly options: readonly Option[] }) {
  return (
    <Frame {...field}>
      {(control) => (
        <select {...control} className="input">
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

/** A few choices side by side, as one group. */
export function ChoiceField<K extends string>({
  options,
  ...field
}: FieldProps<K> & { readonly options: readonly Option[] }) {
  const { draft, name, label, hint } = field;
  return (
    <fieldset className="choice">
      <legend className="field__label">{label}</legend>
      {hint ? <span className="field__hint">{hint}</span> : null}
      <div className="choice__row">
        {options.map((option, index) => (
          <label key={option.value} className="choice__one">
            <input
              type="radio"
              id={index === 0 ? fieldId(draft.id, name) : undefined}
              name={fieldId(draft.id, name)}
              value={option.value}
              checked={draft.values[name] === option.value}
              onChange={() => draft.set(name, option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <Fault text={draft.faults[name]} />
    </fieldset>
  );
}

interface Control {
  readonly id: string;
  readonly value: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
  readonly onBlur: () => void;
  readonly "aria-invalid": boolean | undefined;
  readonly "aria-describedby": string | undefined;
}

function Frame<K extends string>({
  draft,
  name,
  label,
  hint,
  optional,
  children,
}: FieldProps<K> & { readonly children: (control: Control) => ReactNode }) {
  const say = useSay();
  const id = fieldId(draft.id, name);
  const fault = draft.faults[name];
  const control: Control = {
    id,
    value: draft.values[name],
    onChange: (event) => draft.set(name, event.target.value),
    onBlur: () => draft.leave(name),
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined,
  };
  return (
    <div className={fault ? "field field--bad" : "field"}>
      <label className="field__label" htmlFor={id}>
        {label}
        {optional ? <span className="field__optional">{say("（可不填）", " (optional)")}</span> : null}
      </label>
      {hint ? (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children(control)}
      <Fault id={`${id}-fault`} text={fault} />
    </div>
  );
}

function Fault({ id, text }: { readonly id?: string; readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <span className="field__error" id={id}>
      <Icon name="alert" />
      {text}
    </span>
  );
}
