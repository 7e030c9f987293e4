// R12: half a month from service unless the expert sets less; more only on request with its four parts; enterprises in three batches.
import { nameOf } from "../scope-days.ts";
import { addDays, dayOf, type Row, type Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Hazard = Row<"hazards">;
type Extension = Row<"extensions">;
const BATCHES = ["eliminate", "suspend", "upgrade"] as const;
const OPENS_A_ROUND: ReadonlySet<string> = new Set(["rectification.reject", "reinspection.fail", "contest.settle"]);

export function checkDeadlines(tables: Tables): Verdict {
  const { hazards, extensions, schemes } = tables;
  const days = schemes[0]?.rectificationDays ?? 0;
  const acts = Map.groupBy(tables.hazardActs, ({ hazardId }) => hazardId);
  const asked = Map.groupBy(extensions, ({ hazardId }) => hazardId);
  const dated = hazards.filter(({ rectificationDue }) => rectificationDue !== null);
  const faults = dated.flatMap((hazard) =>
    dateFaults(hazard, days, acts.get(hazard.id) ?? [], asked.get(hazard.id) ?? []),
  );
  for (const hazard of hazards)
    if (hazard.servedAt && !hazard.rectificationDue && hazard.closedHow !== "fixedOnSite" && hazard.status !== "voided")
      faults.push(`${hazard.number} was served and has no due date`);
  faults.push(...extensions.flatMap((one) => extensionFaults(one)), ...batchFaults(tables));
  const byRule = (rule: string) => dated.filter(({ deadlineRule }) => deadlineRule === rule).length;
  for (const rule of ["scheme", "expert", "extension"]) if (byRule(rule) === 0) faults.push(`no deadline by ${rule}`);
  const [granted, declined] = ["granted", "declined"].map(
    (state) => extensions.filter((one) => one.state === state).length,
  );
  if (!granted || !declined) faults.push("no extension granted, or none refused");
  const inBatch = BATCHES.map(
    (kind) => `${kind} ${tables.batches.filter((one) => one.decidedKind === kind).length}`,
  ).join(", ");
  const text = `${number(dated.length)} due dates: ${number(byRule("scheme"))} after ${days} days, ${number(byRule("expert"))} shorter, ${byRule("extension")} extended; extensions granted ${granted}, refused ${declined}; batches ${inBatch}`;
  return verdictOf("R12", text, ["hazards", "hazardActs", "extensions", "batches", "schemes"], faults);
}

/** The day the clock began: service or an earlier acknowledgement; in later rounds the decision that opened the round. */
function clockOf({ round, servedAt, acknowledgedAt }: Hazard, acts: readonly Row<"hazardActs">[]): string | undefined {
  if (round === 1) {
    const begun = [servedAt, acknowledgedAt].flatMap((at) => (at ? [dayOf(at)] : []));
    return begun.toSorted((a, b) => (a < b ? -1 : 1))[0];
  }
  const opening = acts.filter(({ command, statusAfter }) => OPENS_A_ROUND.has(command) && statusAfter === "open");
  const last = opening.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1)).at(-1);
  return last && dayOf(last.occurredAt);
}

function dateFaults(
  hazard: Hazard,
  days: number,
  acts: readonly Row<"hazardActs">[],
  asked: readonly Extension[],
): string[] {
  const { number: no, deadlineRule, deadlineDays, deadlineReason, rectificationDue, clockStartedOn } = hazard;
  const start = clockOf(hazard, acts);
  if (start !== clockStartedOn) return [`${no}: the clock says ${clockStartedOn}, the acts say ${start}`];
  if (deadlineRule === "extension") {
    const isGranted = asked.some(({ state, grantedUntil }) => state === "granted" && grantedUntil === rectificationDue);
    return isGranted ? [] : [`${no} is due on ${rectificationDue} by no granted extension`];
  }
  const due = addDays(start ?? "", deadlineDays);
  if (due !== rectificationDue)
    return [`${no} is due on ${rectificationDue}; ${deadlineDays} days from ${start} is ${due}`];
  if (deadlineRule === "scheme")
    return deadlineDays === days ? [] : [`${no}: ${deadlineDays} days are not the scheme's ${days}`];
  return deadlineDays < days && deadlineReason ? [] : [`${no}: ${deadlineDays} days by the expert without a reason`];
}

function extensionFaults({
  hazardId,
  stepsTaken,
  daysNeeded,
  reason,
  interimProtection,
  state,
  ...rest
}: Extension): string[] {
  const parts = [stepsTaken, reason, interimProtection].every((part) => part.trim() !== "") && daysNeeded > 0;
  const isAnswered = state === "asked" || Boolean(rest.decisionReason);
  return parts && isAnswered ? [] : [`an extension of ${hazardId} lacks one of its four parts or its answer`];
}

/** Advised by the agency, decided by the office; one enterprise at least in each. */
function batchFaults(tables: Tables): string[] {
  const decided = tables.batches.filter(({ state }) => state === "decided");
  const faults = decided
    .filter(({ decidedByName, advisedByName }) => !decidedByName || decidedByName === advisedByName)
    .map(({ enterpriseId }) => `${nameOf(tables, enterpriseId)}: its batch was decided by whoever advised it`);
  const empty = BATCHES.filter((kind) => !decided.some((one) => one.decidedKind === kind));
  return [...faults, ...empty.map((kind) => `nobody is in the batch ${kind}`)];
}
