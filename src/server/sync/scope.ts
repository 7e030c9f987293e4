// Which enterprises an expert's phone carries: those of his own tasks within the horizon and of his own visits that are
// not over. Row security and `visible` bound the agency; this cut only keeps the phone small.
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";

const DAYS_AHEAD = 30;
/** A finished visit stays on the phone this long, to show it and to issue its link again. */
const DAYS_BACK = 14;

/** Enterprises to carry, without doubles. */
export async function carriedEnterprises(tx: Transaction, today: LocalDate): Promise<readonly string[]> {
  const [tasks, visits, hazards] = [await ofTasks(tx, today), await ofVisits(tx, today), await ofOwnHazards(tx)];
  return [...new Set([...tasks, ...visits, ...hazards].map((row) => row.enterpriseId))];
}

/** Visits of this expert that go on or ended a short while ago. */
export async function ownVisits(tx: Transaction, today: LocalDate) {
  return tx.db
    .selectFrom("visits")
    .selectAll()
    .where(visible(tx, "visits"))
    .where("expertMembershipId", "=", tx.actor.id)
    .where((where) =>
      where.or([where("status", "=", "started"), where("inspectedOn", ">=", addDays(today, -DAYS_BACK))]),
    )
    .execute();
}

function ofTasks(tx: Transaction, today: LocalDate) {
  const horizon = addDays(today, DAYS_AHEAD);
  return tx.db
    .selectFrom("tasks")
    .select("enterpriseId")
    .where(visible(tx, "tasks"))
    .where("expertMembershipId", "=", tx.actor.id)
    .where("state", "=", "owed")
    .where("kind", "in", ["inspection", "reinspection"])
    .where((where) =>
      where.or([
        where("plannedOn", "<=", horizon),
        where.and([where("plannedOn", "is", null), where("windowFrom", "<=", horizon)]),
        where.and([where("plannedOn", "is", null), where("periodEndsOn", "<=", horizon)]),
      ]),
    )
    .execute();
}

async function ofVisits(tx: Transaction, today: LocalDate) {
  return ownVisits(tx, today);
}

/** Where a hazard this expert found is still open, so that he can look again. */
function ofOwnHazards(tx: Transaction) {
  return tx.db
    .selectFrom("hazards")
    .innerJoin("visits", (join) =>
      join.onRef("visits.tenantId", "=", "hazards.tenantId").onRef("visits.id", "=", "hazards.visitId"),
    )
    .select("hazards.enterpriseId")
    .where(visible(tx, "hazards"))
    .where(visible(tx, "visits"))
    .where("visits.expertMembershipId", "=", tx.actor.id)
    .where("hazards.status", "not in", ["closed", "voided"])
    .execute();
}
