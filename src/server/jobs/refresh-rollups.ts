// A subdistrict's figures of the day, for the district. Written again as often as it runs; yesterday's row is never touched.
import { rollupMeasures } from "#api/rollups.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { rollupFigures } from "../queries/rollups.ts";
import type { Services } from "../server-parts.ts";

const JOB = "refresh-rollups";

export interface RolledUp {
  readonly id: string;
  readonly divisionCode: string;
}

export function refreshRollups({ database }: Services, tenant: RolledUp, day: LocalDate): Promise<void> {
  return asActor(database, tenant.id, systemActor(JOB), async (tx) => {
    const figures = await rollupFigures(tx, day);
    const rows = rollupMeasures.map((measure) => ({
      ...{ tenantId: tenant.id, divisionCode: tenant.divisionCode, measure, day },
      value: figures[measure],
    }));
    await tx.db
      .insertInto("rollups")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["tenantId", "measure", "day"]).doUpdateSet((eb) => ({
          value: eb.ref("excluded.value"),
          divisionCode: eb.ref("excluded.divisionCode"),
        })),
      )
      .execute();
  });
}
