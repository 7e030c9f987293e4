// The ground of a fault run: subdistricts with experts whose inspections are planned, made by commands before the server under
// fault starts. Each simulated day gets an expert of its own with enterprises of his own.

import { movableClock } from "#server/clock.ts";
import { systemActor } from "#server/commands/issue.ts";
import type { TenantRules } from "#server/commands/rules.ts";
import { asActor } from "#server/db/transaction.ts";
import { openInstance } from "#server/instance.ts";
import { type BenchPerson, makeTenant } from "../../bench/bench-subdistricts.ts";

const SET_UP_AT = "2026-06-08T00:30:00.000Z";
/** Late in the first period, so that a phone's horizon covers the period's last planned day. The session must still run. */
export const DAYS_BEGIN_AT = "2026-06-08T01:00:00.000Z";
/** As many subdistricts as days run side by side: a head that others do not move answers "nothing changed". */
const TENANTS = 8;
const VISITS_A_DAY = 2;

export interface PlannedVisit {
  readonly siteId: string;
  readonly taskId: string;
  readonly taskCode: string;
}

export interface DayGround {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly agencyId: string;
  readonly expert: BenchPerson;
  readonly visits: readonly PlannedVisit[];
}

export interface World {
  readonly days: readonly DayGround[];
  readonly library: TenantRules["library"];
}

export async function makeWorld(dataDir: string, days: number): Promise<World> {
  const instance = await openInstance({ dataDir, publicUrl: "http://127.0.0.1", clock: movableClock(SET_UP_AT) });
  const { services } = instance;
  try {
    const tenants = Math.min(TENANTS, days);
    const each = Math.ceil(days / tenants);
    const grounds: DayGround[][] = [];
    for (let no = 1; no <= tenants; no += 1) {
      // No plan: the inspections are planned below, for today and for one expert each.
      const size = { enterprises: each * VISITS_A_DAY, experts: each, communities: 1, planned: false };
      const tenant = await makeTenant(services, no, size);
      const { tenantId, agencyId, schemeId } = tenant;
      const act = (args: object) => issuePlan(instance, tenantId, args);
      for (const [index, expert] of tenant.experts.entries()) {
        const enterpriseIds = tenant.enterpriseIds.slice(index * VISITS_A_DAY, (index + 1) * VISITS_A_DAY);
        const experts = [{ membershipId: expert.membershipId, perDay: 4 }];
        const officers = [{ membershipId: tenant.officer.membershipId, perDay: 20 }];
        await act({ schemeId, enterpriseIds, fromDay: "2026-06-08", experts, officers });
      }
      const planned = await asActor(services.database, tenantId, systemActor("faults"), ({ db }) =>
        db.selectFrom("tasks").selectAll().where("kind", "=", "inspection").where("periodNo", "=", 1).execute(),
      );
      const byExpert = Map.groupBy(planned, (task) => task.expertMembershipId ?? "");
      grounds.push(
        tenant.experts.map((expert) => ({
          ...{ tenantId, agencyId, expert, tenantName: `演示街道${no}` },
          visits: (byExpert.get(expert.membershipId) ?? []).map(({ siteId, id, code }) => ({
            ...{ siteId, taskId: id, taskCode: code },
          })),
        })),
      );
    }
    const { library } = await services.library();
    // Days that run side by side stand in different subdistricts.
    const mixed = Array.from({ length: each }, (_, row) => grounds.flatMap((column) => column[row] ?? [])).flat();
    return { days: mixed.slice(0, days), library };
  } finally {
    await instance.close();
  }
}

async function issuePlan(instance: Awaited<ReturnType<typeof openInstance>>, tenantId: string, args: object) {
  const { mustIssue } = await import("#server/commands/issue.ts");
  await mustIssue(instance.services.writePath, "faults", tenantId, "plan.make", args);
}
