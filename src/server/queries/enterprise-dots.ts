// How the acts of a year stand for each of some enterprises, as one dot a kind and period.
import { sql } from "kysely";
import type { Dot } from "#api/enterprises.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { actStateOf } from "./measures.ts";
import { visible } from "./visibility.ts";

/** By enterprise and 'kind period'. Of several tasks the worst is shown: a gap before what is owed, that before what is done. */
export async function readDots(
  tx: Transaction,
  schemeId: string,
  day: LocalDate,
  enterpriseIds: readonly string[],
): Promise<Map<string, Map<string, Dot>>> {
  const dots = new Map<string, Map<string, Dot>>();
  if (enterpriseIds.length === 0) return dots;
  const { rows } = await sql<{ enterpriseId: string; kind: string; periodNo: number; dot: Dot }>`
    select a.enterprise_id, a.kind, a.period_no,
      case when bool_or(a.act_state = 'gap') then 'gap' when bool_or(a.act_state = 'owed') then 'owed'
        when bool_or(a.act_state = 'done') then 'done' else 'nothingOpen' end as dot
    from (select t.enterprise_id, t.kind, t.period_no, ${actStateOf("t", day)} as act_state from tasks t
      where ${visible(tx, "tasks", "t")} and t.scheme_id = ${schemeId}::uuid and t.state <> 'cancelled'
        and t.enterprise_id = any(${enterpriseIds}::uuid[])) a
    group by a.enterprise_id, a.kind, a.period_no`.execute(tx.db);
  for (const { enterpriseId, kind, periodNo, dot } of rows) {
    const own = dots.get(enterpriseId) ?? new Map<string, Dot>();
    own.set(`${kind} ${periodNo}`, dot);
    dots.set(enterpriseId, own);
  }
  return dots;
}
