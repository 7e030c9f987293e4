// Fields named by data: the settings or the secret of one kind of channel.
import { useId } from "react";
import { useSay, useWord } from "../../appearance/language.ts";
import type { ChannelField } from "./channel-fields.ts";

interface KnownFieldsProps {
  readonly fields: readonly ChannelField[];
  readonly secret?: boolean;
  readonly textOf: (name: string) => string;
  readonly onChange: (name: string, value: string) => void;
}

export function KnownFields({ fields, secret = false, textOf, onChange }: KnownFieldsProps) {
  const say = useSay();
  const word = useWord();
  const id = useId();
  return fields.map(({ name, label, hint, optional, options, number }) => {
    const control = {
      ...{ id: `${id}-${name}`, className: "input", value: textOf(name) },
      ...(hint ? { "aria-describedby": `${id}-${name}-hint` } : {}),
      onChange: (event: { readonly target: { readonly value: string } }) => onChange(name, event.target.value),
    };
    const type = secret ? "password" : number ? "number" : "text";
    return (
      <div key={name} className="field">
        <label className="field__label" htmlFor={control.id}>
          {word(label)}
          {optional ? <span className="field__optional">{say("（可不填）", " (optional)")}</span> : null}
        </label>
        {hint ? (
          <span className="field__hint" id={`${id}-${name}-hint`}>
            {word(hint)}
          </span>
        ) : null}
        {options ? (
          <select {...control}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <input {...control} type={type} autoComplete={secret ? "new-password" : "off"} />
        )}
      </div>
    );
  });
}
