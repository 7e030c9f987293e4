// The three acts by the scheme's periods: done, done because nothing was open, owed, and gaps, each apart.
import { sql } from "kysely";
import type { ActCell } from "#api/overview.ts";
import type { SchemePeriods, Schemes } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { actStateOf } from "./measures.ts";
import { type OverviewCut, within } from "./overview-cut.ts";
import { visible } from "./visibility.ts";

type Counts = Pick<ActCell, "total" | "done" | "nothingOpen" | "owed" | "gap" | "gapReplanned" | "madeUp">;
type ActRow = Counts & { readonly kind: ActCell["kind"]; readonly periodNo: number | null };

const kinds = ["inspection", "supervision", "reinspection"] as const;
const none: Counts = { total: 0, done: 0, nothingOpen: 0, owed: 0, gap: 0, gapReplanned: 0, madeUp: 0 };

/** One cell a kind and period, and one a kind for the whole year. */
export async function overviewActs(
  tx: Transaction,
  scheme: Schemes | undefined,
  periods: readonly SchemePeriods[],
  cut: OverviewCut,
): Promise<ActCell[]> {
  if (!scheme) return [];
  const { rows } = await sql<ActRow>`
    select a.kind, a.period_no, count(*) as total,
      count(*) filter (where a.act_state = 'done') as done,
      count(*) filter (where a.act_state = 'nothingOpen') as nothing_open,
      count(*) filter (where a.act_state = 'owed') as owed,
      count(*) filter (where a.act_state = 'gap') as gap,
      count(*) filter (where a.act_state = 'gap' and a.planned_on >= ${cut.day}::date) as gap_replanned,
      count(*) filter (where a.act_state = 'done' and a.fulfilled_on > a.period_ends_on) as made_up
    from (select t.kind, t.period_no, t.planned_on, t.fulfilled_on, t.period_ends_on, ${actStateOf("t", cut.day)} as act_state
      from tasks t where ${visible(tx, "tasks", "t")} and t.scheme_id = ${scheme.id}::uuid and t.state <> 'cancelled'
        and ${within(cut, "t")}) a
    group by grouping sets ((a.kind, a.period_no), (a.kind))`.execute(tx.db);
  return kinds.flatMap((kind) =>
    [...periods.map((period) => period.no), null].map((periodNo) => {
      const row = rows.find((one) => one.kind === kind && one.periodNo === periodNo);
      const { total, done, nothingOpen, owed, gap, gapReplanned, madeUp } = row ?? none;
      const filter = { act: kind, ...(periodNo === null ? {} : { period: String(periodNo) }), ...cut.filter };
      return {
        ...{ kind, periodNo, total, done, nothingOpen, owed, gap, gapReplanned, madeUp },
        rows: { list: "enterprises" as const, filter: gap > 0 ? { ...filter, actState: "gap" } : filter },
      };
    }),
  );
}
