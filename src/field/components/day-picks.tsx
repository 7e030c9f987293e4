// 期限 as equal buttons: word over date. Fewer days than the scheme's ask for a reason elsewhere.
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";

export interface DayChoice {
  readonly value: number;
  readonly word: string;
  readonly under: string;
}

/** 3 and 7 days where they are fewer than the scheme's, and the scheme's own. */
export function dayChoices(schemeDays: number, from: LocalDate): readonly DayChoice[] {
  const days = [3, 7].filter((one) => one < schemeDays);
  return [...days, schemeDays].map((value) => ({ value, word: `${value}日`, under: shortDay(addDays(from, value)) }));
}

export function shortDay(day: LocalDate): string {
  const [, month = "", date = ""] = day.split("-");
  return `${Number(month)}月${Number(date)}日`;
}

interface DayPicksProps {
  readonly label: string;
  readonly choices: readonly DayChoice[];
  readonly value: number | undefined;
  readonly onPick: (value: number) => void;
}

export function DayPicks({ label, choices, value, onPick }: DayPicksProps) {
  return (
    <div className="days" role="radiogroup" aria-label={label}>
      {choices.map((choice) => {
        const on = choice.value === value;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as buttons, word over date
          <button
            key={choice.value}
            type="button"
            role="radio"
            aria-checked={on}
            className={on ? "pick pick--on" : "pick"}
            onClick={() => onPick(choice.value)}
          >
            {choice.word}
            <small>{choice.under}</small>
          </button>
        );
      })}
    </div>
  );
}
