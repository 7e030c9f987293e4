// Key-hazard enterprises with the figures beside them, each counted here from the rows and never kept.
import { sql } from "kysely";
import { type KeyEnterprise, keyEnterpriseSchema } from "#api/key-enterprises.ts";
import type { Transaction } from "../db/transaction.ts";
import { isOpen } from "./measures.ts";
import { visible } from "./visibility.ts";

interface Found extends Omit<KeyEnterprise, "grounds" | "checks" | "left"> {
  readonly grounds: string;
  readonly leftOn: string | null;
  readonly leftReason: string | null;
  readonly leftByName: string | null;
  readonly checks:
    | readonly (Omit<KeyEnterprise["checks"][number], "officers"> & { readonly officers: string })[]
    | null;
}

/** Those on the list, or those taken off it; the newest first. An extra visit is one whose task had no planned day. */
export async function readKeyEnterprises(tx: Transaction, hasLeft: boolean): Promise<KeyEnterprise[]> {
  const { rows } = await sql<Found>`
    select k.id, k.enterprise_id, coalesce(e.name, '') as enterprise_name, c.name as community_name, k.grounds, k.reason, k.entered_on,
      k.entered_by_name, k.extra_visits, k.left_on, k.left_reason, k.left_by_name,
      (select count(*)::integer from visits v where ${visible(tx, "visits", "v")} and v.enterprise_id = k.enterprise_id
        and v.kind = 'inspection' and v.status = 'finished' and v.inspected_on >= k.entered_on
        and v.inspected_on <= coalesce(k.left_on, v.inspected_on)
        and not exists (select 1 from visit_tasks vt join tasks t on t.tenant_id = vt.tenant_id and t.id = vt.task_id and ${visible(tx, "tasks", "t")}
          where ${visible(tx, "visitTasks", "vt")} and vt.visit_id = v.id and t.first_planned_on is not null)) as extra_visits_made,
      (select count(*)::integer from hazards h where ${visible(tx, "hazards", "h")} and h.enterprise_id = k.enterprise_id
        and ${isOpen("h")}) as open_hazards,
      (select count(*)::integer from hazards h where ${visible(tx, "hazards", "h")} and h.enterprise_id = k.enterprise_id
        and ${isOpen("h")} and h.severity = 'major') as open_major,
      (select json_agg(json_build_object('id', x.id, 'checkedOn', x.checked_on, 'officers', x.officers, 'outcome', x.outcome,
          'documentNumber', x.document_number) order by x.checked_on desc, x.id)
        from enforcement_checks x where ${visible(tx, "enforcementChecks", "x")} and x.key_enterprise_id = k.id) as checks
    from key_enterprises k
    left join enterprises e on e.tenant_id = k.tenant_id and e.id = k.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = k.tenant_id and c.id = k.community_id and ${visible(tx, "communities", "c")}
    where ${visible(tx, "keyEnterprises", "k")} and (k.left_on is not null) = ${hasLeft}
    order by coalesce(k.left_on, k.entered_on) desc, k.id`.execute(tx.db);
  return rows.map(({ leftOn, leftReason, leftByName, grounds, checks, ...row }) =>
    keyEnterpriseSchema.parse({
      ...row,
      grounds: JSON.parse(grounds),
      checks: (checks ?? []).map((check) => ({ ...check, officers: JSON.parse(check.officers) })),
      left: leftOn === null ? null : { on: leftOn, reason: leftReason ?? "", byName: leftByName ?? "" },
    }),
  );
}

export async function countKeyEnterprises(tx: Transaction): Promise<{ standing: number; left: number }> {
  const { rows } = await sql<{ standing: number; left: number }>`
    select count(*) filter (where k.left_on is null)::integer as standing, count(*) filter (where k.left_on is not null)::integer as left
    from key_enterprises k where ${visible(tx, "keyEnterprises", "k")}`.execute(tx.db);
  return rows[0] ?? { standing: 0, left: 0 };
}
