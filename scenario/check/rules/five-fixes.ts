// R13: the five fixes 五落实 of every major hazard (responsibility, measures, funds, time, contingency plan), and at every enterprise that
// is served the registers of emergency plans and drills, each with its next day.
import { inScopeOn, nameOf } from "../scope-days.ts";
import { dayOf, type Row, type Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Entry = Row<"registerEntries">;
/** 《生产安全事故应急条例》 article 8 and 《生产安全事故应急预案管理办法》 article 33: a drill at least every half year. */
const DRILL_MONTHS = 6;

export function checkFiveFixes(tables: Tables): Verdict {
  const major = tables.hazards.filter(({ severity }) => severity === "major");
  const faults = major.flatMap((hazard) => planFaults(tables, hazard));
  if (major.length === 0) faults.push("no major hazard, so no five fixes");
  const entries = Map.groupBy(tables.registerEntries, ({ enterpriseId }) => enterpriseId);
  const served = [...inScopeOn(tables, tables.schemes[0]?.startsOn ?? "").keys()];
  for (const id of served) {
    const own = (entries.get(id) ?? []).filter(({ state }) => state !== "struck");
    faults.push(...registerFaults(own, tables).map((fault) => `${nameOf(tables, id)} ${fault}`));
  }
  const kept = (kind: string) => tables.registerEntries.filter((one) => one.kind === kind && one.state !== "struck");
  const [plans, drills] = [kept("emergencyPlan"), kept("drill")];
  const people = drills.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0);
  const text = `${major.length} major hazards with all five fixes; ${number(served.length)} enterprises keep ${number(plans.length)} emergency plans and ${number(drills.length)} drills of ${number(people)} people, each with its next day`;
  return verdictOf(
    "R13",
    text,
    ["hazards", "hazardActs", "treatmentPlans", "registerEntries", "scopeDecisions"],
    faults,
  );
}

/** Written before it was closed, none of the five empty. */
function planFaults(tables: Tables, { id, number: no }: Row<"hazards">): string[] {
  const closing = tables.hazardActs.find(({ hazardId, statusAfter }) => hazardId === id && statusAfter === "closed");
  const plans = tables.treatmentPlans.filter(
    ({ hazardId, enteredAt }) => hazardId === id && (!closing || enteredAt <= closing.receivedAt),
  );
  if (plans.length === 0) return [`${no} is major and has no plan of five fixes`];
  const isWhole = (plan: Row<"treatmentPlans">) =>
    [plan.responsible, plan.measures, plan.contingencyPlan].every((part) => part.trim() !== "") &&
    plan.fundsFen > 0 &&
    plan.finishOn >= dayOf(plan.enteredAt);
  return plans.some(isWhole) ? [] : [`${no}: one of the five fixes is missing`];
}

function registerFaults(own: readonly Entry[], { asOf }: Tables): string[] {
  const standing = (kind: string) => own.filter((one) => one.kind === kind && one.state === "standing");
  const [plans, drills] = [standing("emergencyPlan"), standing("drill")];
  const faults: string[] = [];
  if (plans.length === 0) faults.push("has no emergency plan");
  if (drills.length === 0) faults.push("holds no drill");
  for (const { subject, dueOn } of [...plans, ...drills]) {
    if (dueOn === null) faults.push(`does not know the next day of ${subject}`);
    else if (dueOn < asOf) faults.push(`let ${subject} lapse on ${dueOn}`);
  }
  for (const one of own.filter(({ dueTerm }) => dueTerm === "drill"))
    if (one.dueOn !== monthsAfter(one.happenedOn ?? "", DRILL_MONTHS))
      faults.push(`is to hold the drill after ${one.happenedOn} by ${one.dueOn}`);
  return faults;
}

/** The same day so many months later; the month's last where it has none. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
