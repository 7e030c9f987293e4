// The nights of a story once more: which hazard was in whose hand with which due date on each morning, and who had to be told.
import { addDays, dayOf, type Row, type Tables } from "./tables.ts";

export type Told = Row<"reminders">;
type Change = Row<"hazardChanges">;

interface Step {
  readonly holder: string;
  readonly told: string;
  readonly afterDays: number;
  /** The same party's next moment; this one is missed from then on. */
  readonly untilDays: number;
}

interface Ladder {
  readonly before: number | null;
  readonly again: number | null;
  readonly community: number | null;
  readonly office: number | null;
  readonly leadingGroup: number | null;
}
type Ladders = { readonly enterprise: Ladder; readonly agency: Ladder };

const DEFAULTS: Ladders = {
  enterprise: { before: 3, again: 1, community: 3, office: 7, leadingGroup: null },
  agency: { before: 2, again: 1, community: null, office: 3, leadingGroup: null },
};
const HOLDERS = ["enterprise", "agency"] as const;
const ABOVE = ["community", "office", "leadingGroup"] as const;
const FOR_GOOD = Number.POSITIVE_INFINITY;

/** All that had to be told by the last day of the export. */
export function nightsOf(tables: Tables): readonly Told[] {
  const histories = Map.groupBy(tables.hazardChanges, ({ hazardId }) => hazardId);
  return tables.hazards.flatMap((hazard) => nightsOfHazard(tables, hazard, histories.get(hazard.id) ?? []));
}

function nightsOfHazard(tables: Tables, hazard: Row<"hazards">, history: readonly Change[]): Told[] {
  const told = new Map<string, Told>();
  const [first] = history;
  if (!first) return [];
  let state: Change = first;
  let next = 1;
  for (let day = addDays(dayOf(first.receivedAt), 1); day <= tables.asOf; day = addDays(day, 1)) {
    for (let change = history[next]; change && dayOf(change.receivedAt) < day; change = history[next]) {
      state = { ...state, ...change };
      next += 1;
    }
    if (next === history.length && (state.status === "closed" || state.status === "voided")) break;
    for (const one of toldOn(tables, hazard, state, day)) {
      const key = [one.holder, one.dueOn, one.told, one.afterDays].join(" ");
      if (!told.has(key)) told.set(key, one);
    }
  }
  return [...told.values()];
}

function toldOn(tables: Tables, { id, communityId }: Row<"hazards">, state: Change, day: string): Told[] {
  const { holder, status } = state;
  const dueOn = holder === "enterprise" ? state.rectificationDue : holder === "agency" ? state.reinspectionDue : null;
  if (!dueOn || !holder || status === "closed" || status === "voided") return [];
  const late = daysBetween(dueOn, day);
  return stepsOn(tables, day)
    .filter((step) => step.holder === holder && late >= step.afterDays && late < step.untilDays)
    .filter((step) => step.told !== "community" || communityId !== null)
    .map(({ told, afterDays }) => ({ hazardId: id, holder, dueOn, told, afterDays, day }));
}

function stepsOn({ climbingRules }: Tables, day: string): readonly Step[] {
  const standing = climbingRules.filter(({ validFrom }) => validFrom <= day);
  const order = ({ validFrom, changedAt }: Row<"climbingRules">) => `${validFrom} ${changedAt}`;
  const ladders = standing.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1)?.ladders ?? DEFAULTS;
  return HOLDERS.flatMap((holder) => {
    const ladder = ladders[holder];
    const own = [ladder.before === null ? null : -ladder.before, 0, ladder.again].flatMap((one) => one ?? []);
    const above = ABOVE.flatMap((told) => {
      const afterDays = ladder[told];
      return afterDays === null ? [] : [{ holder, told, afterDays, untilDays: FOR_GOOD }];
    });
    return [
      ...own.map((afterDays, at) => ({ holder, told: holder, afterDays, untilDays: own[at + 1] ?? FOR_GOOD })),
      ...above,
    ];
  });
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
