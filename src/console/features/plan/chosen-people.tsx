// Ticking who goes, each with a number of visits a day.
import type { PlanPerson } from "#api/plan.ts";
import { useSay } from "../../appearance/language.ts";
import type { Chosen } from "./use-making.ts";

interface ChosenPeopleProps {
  readonly title: string;
  readonly people: readonly PlanPerson[];
  readonly chosen: Chosen;
  readonly perDay: number;
  readonly onChange: (chosen: Chosen) => void;
}

export function ChosenPeople({ title, people, chosen, perDay, onChange }: ChosenPeopleProps) {
  const say = useSay();
  function put(id: string, value: number | undefined) {
    const next = new Map(chosen);
    if (value === undefined) next.delete(id);
    else next.set(id, value);
    onChange(next);
  }
  return (
    <fieldset className="choice">
      <legend className="field__label">{title}</legend>
      <div className="plan-people">
        {people.map((one) => {
          const value = chosen.get(one.membershipId);
          return (
            <div className="tick" key={one.membershipId}>
              <input
                type="checkbox"
                id={`go-${one.membershipId}`}
                checked={value !== undefined}
                onChange={(event) => put(one.membershipId, event.target.checked ? perDay : undefined)}
              />
              <label htmlFor={`go-${one.membershipId}`}>
                {one.name} <span className="muted">{one.agencyName ?? one.title}</span>
              </label>
              <input
                className="input plan-people__n"
                type="number"
                min={1}
                max={20}
                aria-label={say(`${one.name}每天最多几家`, `${one.name}: visits a day`)}
                disabled={value === undefined}
                value={value ?? perDay}
                onChange={(event) => put(one.membershipId, Math.min(20, Math.max(1, Number(event.target.value) || 1)))}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
