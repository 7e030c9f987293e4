// When a statute was adopted, amended, revised, approved, published, and from when it holds, as its first lines say.
import type { LocalDate } from "../../calendar/local-date.ts";
import { NUMBER_CHARACTERS, readNumber } from "./chinese-number.ts";
import type { HistoryEvent, HistoryKind } from "./statute.ts";

const DAY = new RegExp(
  `([0-9０-９〇零○一二三四五六七八九]{4})\\s*年\\s*([${NUMBER_CHARACTERS}]{1,3})\\s*月\\s*([${NUMBER_CHARACTERS}]{1,3})\\s*日`,
  "g",
);
const KINDS: readonly (readonly [pattern: RegExp, kind: HistoryKind])[] = [
  [/修正/, "amended"],
  [/修订/, "revised"],
  [/通过/, "adopted"],
  [/批准/, "approved"],
  [/公布|发布|印发/, "published"],
  [/施行|实施/, "effective"],
];

/** A day as text, or undefined where the calendar has none (2021年2月30日). */
export function readDay(year: string, month: string, day: string): LocalDate | undefined {
  const [y, m, d] = [readNumber(year), readNumber(month), readNumber(day)];
  if (y === undefined || m === undefined || d === undefined || y < 1949) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : undefined;
}

/** Every act a line tells of, in its order; several may stand in one pair of brackets. */
export function historyEvents(line: string): readonly HistoryEvent[] {
  const days = [...withoutTitles(line).matchAll(DAY)];
  return days.flatMap((match, index): HistoryEvent[] => {
    const day = readDay(match[1] ?? "", match[2] ?? "", match[3] ?? "");
    const until = days[index + 1]?.index ?? line.length;
    const words = withoutTitles(line).slice(match.index, until);
    const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
    return day && kind
      ? [
          {
            kind,
            day,
            text: line
              .slice(match.index, until)
              .replace(/[（(]?(根据|自)?$/, "")
              .trim(),
          },
        ]
      : [];
  });
}

/** What stands in 《》 names other acts; blanked so that places in the line stay the same. */
function withoutTitles(line: string): string {
  return line.replace(/《[^》]*》/g, (title) => "　".repeat(title.length));
}

/** The day of 自2021年9月1日起施行 in the last article; of a law that was amended later it is the first version's. */
export function commencementDay(lines: readonly string[]): LocalDate | undefined {
  for (const line of lines) {
    for (const match of line.matchAll(DAY)) {
      const after = line.slice(match.index + match[0].length);
      if (/^\s*(?:起|开始)?\s*(?:施行|实施|生效)/.test(after))
        return readDay(match[1] ?? "", match[2] ?? "", match[3] ?? "");
    }
  }
  return undefined;
}

const ACTS_OF_TEXT: ReadonlySet<HistoryKind> = new Set(["adopted", "amended", "revised"]);

/** The last adoption, amendment or revision; failing these, the last publication. */
export function passedOnOf(history: readonly HistoryEvent[]): LocalDate | null {
  const acts = history.filter((event) => ACTS_OF_TEXT.has(event.kind));
  const days = (acts.length > 0 ? acts : history.filter((event) => event.kind === "published")).map(
    (event) => event.day,
  );
  return days.toSorted().at(-1) ?? null;
}

/**
 * From when this version holds: a day of 施行 in the history or the last article that is not before the version was
 * passed. An earlier one is the first version's and says nothing of this one.
 */
export function effectiveFromOf(
  history: readonly HistoryEvent[],
  commencement: LocalDate | undefined,
  passedOn: LocalDate | null,
): LocalDate | null {
  const said = history.filter((event) => event.kind === "effective").map((event) => event.day);
  const days = commencement ? [...said, commencement] : said;
  return (
    days
      .filter((day) => passedOn === null || day >= passedOn)
      .toSorted()
      .at(-1) ?? null
  );
}
