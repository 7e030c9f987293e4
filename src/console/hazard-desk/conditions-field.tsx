// The conditions of the listed major case that is chosen: each ticked by a person, one by one; none can be added or left out.
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { type Draft, fieldId } from "../forms/use-draft.ts";
import { readConditions, writeConditions } from "./act-form.ts";

interface ConditionsFieldProps {
  readonly draft: Draft<string>;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly conditions: readonly string[];
}

export function ConditionsField({ draft, name, label, hint, conditions }: ConditionsFieldProps) {
  const say = useSay();
  const ticked = new Set(readConditions(draft.values[name]).flatMap((line) => (line.met ? [line.condition] : [])));
  const fault = draft.faults[name];
  function tick(changed: string, met: boolean) {
    const isMet = (condition: string) => (condition === changed ? met : ticked.has(condition));
    draft.set(name, writeConditions(conditions.map((condition) => ({ condition, met: isMet(condition) }))));
  }
  return (
    <fieldset className={fault ? "choice field--bad" : "choice"}>
      <legend className="field__label">{label}</legend>
      {hint ? <span className="field__hint">{hint}</span> : null}
      <div className="ticks">
        {conditions.map((condition, index) => (
          <label className="tick" key={condition}>
            <input
              type="checkbox"
              id={index === 0 ? fieldId(draft.id, name) : undefined}
              checked={ticked.has(condition)}
              onChange={(event) => tick(condition, event.target.checked)}
            />
            <span>{condition}</span>
          </label>
        ))}
        {conditions.length === 0 ? <span className="soft">{say("先选情形。", "Choose the case first.")}</span> : null}
      </div>
      {fault ? (
        <span className="field__error">
          <Icon name="alert" />
          {fault}
        </span>
      ) : null}
    </fieldset>
  );
}
