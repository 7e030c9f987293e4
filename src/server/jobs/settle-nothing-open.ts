// Supervisions and re-inspections that were owed and have nothing left to be about: their window is over, the period's
// inspection was done, and no hazard is open. They are fulfilled as `nothingOpen`, which every figure shows apart.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { issue, systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";

const JOB = "settle-nothing-open";

/** Settles what is due on `day`; safe to run twice, since a settled task is owed no more. Answers how many were settled. */
export async function settleNothingOpen(services: Services, tenantId: string, day: LocalDate): Promise<number> {
  const due = await asActor(
    services.database,
    tenantId,
    systemActor(JOB),
    ({ db }) =>
      db
        .selectFrom("tasks as t")
        .select("t.id")
        .where("t.tenantId", "=", tenantId)
        .where("t.state", "=", "owed")
        .where("t.kind", "in", ["supervision", "reinspection"])
        .where((eb) => eb.or([eb("t.windowTo", "<", day), eb("t.periodEndsOn", "<", day)]))
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom("tasks as i")
              .select("i.id")
              .whereRef("i.tenantId", "=", "t.tenantId")
              .whereRef("i.enterpriseId", "=", "t.enterpriseId")
              .whereRef("i.schemeId", "=", "t.schemeId")
              .whereRef("i.periodNo", "=", "t.periodNo")
              .where("i.kind", "=", "inspection")
              .where("i.state", "=", "fulfilled"),
          ),
        )
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom("hazards as h")
                .select("h.id")
                .whereRef("h.tenantId", "=", "t.tenantId")
                .whereRef("h.enterpriseId", "=", "t.enterpriseId")
                .where("h.status", "not in", ["closed", "voided"]),
            ),
          ),
        )
        .orderBy("t.code")
        .execute(),
    { readOnly: true },
  );
  let settled = 0;
  for (const { id } of due) {
    const outcome = await issue(services.writePath, JOB, tenantId, "task.settleNothingOpen", { taskId: id });
    if (outcome.status === "accepted") settled += 1;
  }
  return settled;
}
