// R18: enterprises under special watch with reasons the rows bear out, the visits and checks owed while they are on the list, and off it
// by a decision; every confirmed major hazard is listed for supervision and delisted on proof.
import { nameOf } from "../scope-days.ts";
import { dayOf, type Row, type Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Watched = Row<"keyEnterprises">;
type Hazard = Row<"hazards">;
type Act = Row<"hazardActs">;

export function checkKeyHazards(tables: Tables): Verdict {
  const acts = Map.groupBy(tables.hazardActs, ({ hazardId }) => hazardId);
  const actsOf = ({ id }: Hazard) => acts.get(id) ?? [];
  const { keyEnterprises, hazards } = tables;
  const faults = keyEnterprises.flatMap((one) => watchFaults(tables, one, actsOf));
  const major = hazards.filter((hazard) => hazard.severity === "major");
  faults.push(...major.flatMap((hazard) => majorFaults(tables, hazard, actsOf(hazard))));
  for (const { number: no, listed, severity } of hazards)
    if (listed && severity !== "major") faults.push(`${no} is listed for supervision and is not major`);
  const left = keyEnterprises.filter(({ leftOn }) => leftOn !== null);
  const delisted = major.filter(({ status, listed }) => status === "closed" && !listed);
  if (left.length === 0) faults.push("no enterprise was put on the list of key-hazard enterprises and taken off");
  if (delisted.length === 0 && major.every(({ status }) => status !== "closed"))
    faults.push("no major hazard was listed and delisted");
  const extra = keyEnterprises.reduce((sum, one) => sum + extraVisits(tables, one).length, 0);
  const text = `${number(keyEnterprises.length)} enterprises under special watch, ${left.length} left by decision; ${number(extra)} extra visits, ${number(tables.enforcementChecks.length)} enforcement checks; ${major.length} major hazards, ${major.filter(({ listed }) => listed).length} listed now, ${delisted.length} delisted on proof`;
  const read = ["keyEnterprises", "enforcementChecks", "hazards", "hazardActs", "treatmentPlans", "photoSlots"];
  return verdictOf("R18", text, [...read, "visits", "visitTasks", "tasks"], faults);
}

function watchFaults(tables: Tables, one: Watched, actsOf: (hazard: Hazard) => readonly Act[]): string[] {
  const name = nameOf(tables, one.enterpriseId);
  const faults = groundFaults(tables, one, actsOf).map((fault) => `${name} is under special watch ${fault}`);
  const checks = tables.enforcementChecks.filter(({ keyEnterpriseId }) => keyEnterpriseId === one.id);
  for (const { checkedOn, officers } of checks)
    if (officers.length < 2 || checkedOn < one.enteredOn || checkedOn > (one.leftOn ?? checkedOn))
      faults.push(`${name}: the check of ${checkedOn} lacks two officers or was made while it was not on the list`);
  if (one.leftOn === null) return faults;
  const made = extraVisits(tables, one).length;
  if (made < one.extraVisits) faults.push(`${name} left with ${made} of ${one.extraVisits} extra visits`);
  if (checks.length === 0) faults.push(`${name} left without a check by enforcement`);
  if (!one.leftReason?.trim() || !one.leftByName) faults.push(`${name} left by nobody's decision or without a reason`);
  return faults;
}

/** Each ground by the rows that were there when it was decided. */
function groundFaults(tables: Tables, one: Watched, actsOf: (hazard: Hazard) => readonly Act[]): string[] {
  const had = tables.hazards
    .filter(({ enterpriseId }) => enterpriseId === one.enterpriseId)
    .flatMap(actsOf)
    .filter(({ receivedAt }) => dayOf(receivedAt) <= one.enteredOn);
  const count = (command: string) => had.filter((act) => act.command === command).length;
  const faults = one.grounds.length > 0 && one.reason.trim() ? [] : ["without grounds and reason"];
  if (one.grounds.includes("majorHazard") && count("severity.confirm") === 0)
    faults.push("for a major hazard nobody had confirmed");
  if (one.grounds.includes("repeatedlyOverdue") && count("reinspection.fail") < 2)
    faults.push("for delays that were none");
  return faults;
}

/** Inspections made while it was on the list that no plan had foreseen. */
function extraVisits(tables: Tables, { enterpriseId, enteredOn, leftOn }: Watched): readonly Row<"visits">[] {
  const planned = new Set(tables.tasks.flatMap(({ id, firstPlannedOn }) => (firstPlannedOn === null ? [] : [id])));
  const foreseen = new Set(tables.visitTasks.flatMap(({ visitId, taskId }) => (planned.has(taskId) ? [visitId] : [])));
  return tables.visits.filter(
    (visit) =>
      visit.enterpriseId === enterpriseId &&
      visit.kind === "inspection" &&
      visit.status === "finished" &&
      visit.inspectedOn >= enteredOn &&
      visit.inspectedOn <= (leftOn ?? visit.inspectedOn) &&
      !foreseen.has(visit.id),
  );
}

/** Confirmed, planned, listed, closed on its photo, delisted: in this order. */
function majorFaults(tables: Tables, hazard: Hazard, acts: readonly Act[]): string[] {
  const { number: no, status, listed } = hazard;
  const at = (command: string) => acts.findLast((act) => act.command === command)?.receivedAt;
  const [confirmed, listedAt, delistedAt] = ["severity.confirm", "listing.list", "listing.delist"].map(at);
  if (!confirmed) return [`${no} is major and nobody confirmed it`];
  if (!listedAt) return [`${no} is major and was never listed for supervision`];
  const plans = tables.treatmentPlans.filter(({ hazardId }) => hazardId === hazard.id);
  if (listedAt < confirmed || !plans.some(({ enteredAt }) => enteredAt <= listedAt))
    return [`${no} was listed before it was confirmed and planned`];
  if (status !== "closed") return listed ? [] : [`${no} is open and no longer listed`];
  if (listed || !delistedAt) return [`${no} is closed and still listed for supervision`];
  const closing = acts.findLast(({ statusAfter, step }) => statusAfter === "closed" && step !== null);
  const hasPhoto = tables.photoSlots.some(
    ({ hazardId, visitId, state, lostConfirmedByName }) =>
      hazardId === hazard.id && visitId === closing?.visitId && (state === "stored" || lostConfirmedByName !== null),
  );
  return closing && closing.receivedAt <= delistedAt && hasPhoto ? [] : [`${no} was delisted without proof`];
}
