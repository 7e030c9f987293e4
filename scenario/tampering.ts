// Sabotages that no person can commit, because the server refuses: a hand in the tables, past every rule.
import type { Breakable, World } from "./world.ts";

const EARLIEST_HAZARD = "select id from hazards where tenant_id = $1 order by found_on, number limit 1";

const TAMPERING: Readonly<Partial<Record<Breakable, string>>> = {
  /** The clauses of one hazard go missing. */
  R7: `delete from hazard_citations where tenant_id = $1 and hazard_id = (${EARLIEST_HAZARD})`,
  /** One visit no longer says who accompanied. */
  R8: `update visits set accompanied_by = null, accompanied_name = null, accompaniment_reason = null where tenant_id = $1
       and id = (select id from visits where tenant_id = $1 and kind = 'inspection' order by inspected_on, task_code limit 1)`,
  /** One due date is moved by five days without an extension. */
  R12: `update hazards set rectification_due = rectification_due + 5 where tenant_id = $1 and id = (select id from hazards
        where tenant_id = $1 and status = 'closed' and deadline_rule = 'scheme' and rectification_due is not null
        order by found_on, number limit 1)`,
};

/** At the year's end, when everything has been played on rows that were still true. */
export function planTampering(world: World): void {
  const sql = world.sabotage && TAMPERING[world.sabotage];
  if (!sql) return;
  world.agenda.on(`${world.year}-12-31`, "desk", async () => {
    const changed = await world.stage.tamper(sql, [world.tenantId]);
    if (changed === 0) throw new Error(`${world.sabotage}: there is nothing to tamper with`);
  });
}
