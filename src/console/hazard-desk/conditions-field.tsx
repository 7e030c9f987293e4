// The conditions of a listed major case: each written out and ticked by a person, one by one.
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { type Draft, fieldId } from "../forms/use-draft.ts";
import { type ConditionLine, readConditions, writeConditions } from "./act-form.ts";

interface ConditionsFieldProps {
  readonly draft: Draft<string>;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export function ConditionsField({ draft, name, label, hint }: ConditionsFieldProps) {
  const say = useSay();
  const kept = readConditions(draft.values[name]);
  const lines = kept.length > 0 ? kept : [{ met: false, condition: "" }];
  const write = (next: readonly ConditionLine[]) => draft.set(name, writeConditions(next));
  const change = (index: number, part: Partial<ConditionLine>) =>
    write(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const fault = draft.faults[name];
  return (
    <fieldset className={fault ? "choice field--bad" : "choice"}>
      <legend className="field__label">{label}</legend>
      {hint ? <span className="field__hint">{hint}</span> : null}
      <div className="ticks">
        {lines.map((line, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the list
            key={index}
            no={index + 1}
            line={line}
            inputId={index === 0 ? fieldId(draft.id, name) : undefined}
            onChange={(part) => change(index, part)}
            onRemove={lines.length === 1 ? undefined : () => write(lines.filter((_, at) => at !== index))}
          />
        ))}
      </div>
      <button
        type="button"
        className="btn btn--quiet btn--sm"
        onClick={() => write([...lines, { met: false, condition: "" }])}
      >
        <Icon name="plus" />
        {say("再加一项", "Add one")}
      </button>
      {fault ? (
        <span className="field__error">
          <Icon name="alert" />
          {fault}
        </span>
      ) : null}
    </fieldset>
  );
}

interface LineProps {
  /** Counted from one, as it is read out. */
  readonly no: number;
  readonly line: ConditionLine;
  readonly inputId: string | undefined;
  readonly onChange: (part: Partial<ConditionLine>) => void;
  /** Absent for the only line. */
  readonly onRemove: (() => void) | undefined;
}

function Line({ no, line, inputId, onChange, onRemove }: LineProps) {
  const say = useSay();
  return (
    <div className="tick">
      <input
        type="checkbox"
        checked={line.met}
        aria-label={say(`第${no}项对上了`, `Condition ${no} is met`)}
        onChange={(event) => onChange({ met: event.target.checked })}
      />
      <input
        className="input"
        id={inputId}
        value={line.condition}
        aria-label={say(`第${no}项要件`, `Condition ${no}`)}
        onChange={(event) => onChange({ condition: event.target.value })}
      />
      <button
        type="button"
        className="btn btn--quiet btn--icon"
        aria-label={say(`去掉第${no}项`, `Remove condition ${no}`)}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <Icon name="x" />
      </button>
    </div>
  );
}
