// The schemes with their periods, and whether a plan stands on them.
import { sql } from "kysely";
import type { SchemeAnswer } from "#api/schemes.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

export async function readSchemes(tx: Transaction): Promise<SchemeAnswer[]> {
  const { rows } = await sql<SchemeAnswer>`
    select s.id, s.name, s.service_year, s.starts_on, s.ends_on, s.target_on, s.rectification_days, s.reinspection_working_days,
      s.report_working_days, s.major_notice_hours, s.one_person_release, s.above_scale_revenue_fen, s.in_scope_revenue_fen, s.standardization_revenue_fen,
      (select coalesce(json_agg(json_build_object('no', p.no, 'starts_on', p.starts_on, 'ends_on', p.ends_on, 'inspections', p.inspections,
          'supervisions', p.supervisions, 'reinspections', p.reinspections) order by p.no), '[]')
        from scheme_periods p where ${visible(tx, "schemePeriods", "p")} and p.scheme_id = s.id) as periods,
      exists (select 1 from tasks t where ${visible(tx, "tasks", "t")} and t.scheme_id = s.id and t.kind = 'inspection') as planned
    from schemes s where ${visible(tx, "schemes", "s")} order by s.starts_on desc`.execute(tx.db);
  return rows;
}
