// The versions of the climbing rules, and the steps of a day as a relation to join hazards with.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ClimbingStep, Told } from "#domain/climbing/ladders.ts";
import type { ClimbingRules } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { type Asker, type Condition, visible } from "./visibility.ts";

/** All versions, the newest first. */
export function readClimbingRules(tx: Transaction): Promise<ClimbingRules[]> {
  return tx.db
    .selectFrom("climbingRules")
    .selectAll()
    .where(visible(tx, "climbingRules"))
    .orderBy("validFrom", "desc")
    .orderBy("changedAt", "desc")
    .execute();
}

/** The steps as rows `s(holder, told, after_days, until_days)`. */
export function stepRows(steps: readonly ClimbingStep[]): RawBuilder<unknown> {
  return sql`json_to_recordset(${JSON.stringify(
    steps.map(({ holder, told, afterDays, untilDays }) => ({
      ...{ holder, told },
      ...{ after_days: afterDays, until_days: untilDays },
    })),
  )}::json) as s(holder text, told text, after_days integer, until_days integer)`;
}

/** The date of whoever holds a hazard `h`; the others have none (design §2 "Whose clock"). */
export const holderDue = sql`(case h.holder when 'enterprise' then h.rectification_due when 'agency' then h.reinspection_due end)`;

/** A hazard `h` whose standing date was passed so long ago that this party was told. */
export function wasTold(asker: Asker, told: Told): Condition {
  return sql<SqlBool>`exists (select 1 from reminders rm where ${visible(asker, "reminders", "rm")} and rm.hazard_id = h.id
    and rm.told = ${told} and rm.holder = h.holder and rm.due_on = ${holderDue})`;
}
