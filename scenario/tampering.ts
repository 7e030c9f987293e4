// Sabotages that no person can commit, because the server refuses: a hand in the tables, past every rule.
import type { World } from "./world.ts";

export function planTampering(world: World): void {
  const sql = TAMPERING[world.sabotage ?? "R1"];
  if (!sql) return;
  world.agenda.on(`${world.year}-05-09`, "desk", async () => {
    const changed = await world.stage.tamper(sql, [world.tenantId]);
    if (changed === 0) throw new Error(`${world.sabotage}: nothing to tamper with`);
  });
}

const ONE_HAZARD = "select id from hazards where tenant_id = $1 order by number limit 1";

const TAMPERING: Readonly<Partial<Record<string, string>>> = {
  R7: `delete from hazard_citations where tenant_id = $1 and hazard_id = (${ONE_HAZARD})`,
  R8: `update visits set accompanied_by = null, accompanied_name = null, accompaniment_reason = null where tenant_id = $1
       and id = (select id from visits where tenant_id = $1 and kind = 'inspection' order by task_code limit 1)`,
};
