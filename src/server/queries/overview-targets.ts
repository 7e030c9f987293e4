// R4's two targets: service coverage of those in scope, standardization of the larger industrial ones.
import { type RawBuilder, sql } from "kysely";
import type { Target } from "#api/overview.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Schemes } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import {
  definitions,
  isServedBetween,
  isStandardized,
  owesStandardization,
  scopeHoldingOn,
  standardizationOn,
} from "./measures.ts";
import { type OverviewCut, within } from "./overview-cut.ts";
import { targetDay } from "./scheme-on-day.ts";
import { seesScopeList, visible } from "./visibility.ts";

const MISSING_SHOWN = 5;

interface Missing {
  readonly id: string;
  readonly name: string;
  readonly communityName: string | null;
  readonly since: LocalDate;
  readonly plannedOn: LocalDate | null;
  readonly state: string | null;
  readonly validTo: LocalDate | null;
}

interface TargetRow {
  readonly done: number;
  readonly of: number;
  readonly missing: readonly Missing[] | null;
}

/** Both targets as they stand on the day, or on the target's own day once that is past. */
export async function overviewTargets(
  tx: Transaction,
  scheme: Schemes | undefined,
  cut: OverviewCut,
): Promise<Target[]> {
  if (!scheme || !seesScopeList(tx)) return [];
  const on = targetDay(scheme, cut.day);
  const coverage = await readTarget(tx, cut, on, {
    counted: sql`true`,
    done: isServedBetween(tx, "e", scheme.startsOn, on),
  });
  const standardization = await readTarget(tx, cut, on, {
    counted: owesStandardization("e", scheme.standardizationRevenueFen),
    done: isStandardized("st", on),
  });
  return [
    asTarget("coverage", coverage, cut, (one) => whyNotServed(one, scheme, on), { scope: "in" }),
    asTarget("standardization", standardization, cut, whyNotStandardized, { standardization: "due" }),
  ];
}

interface Measure {
  readonly counted: RawBuilder<unknown>;
  readonly done: RawBuilder<unknown>;
}

async function readTarget(tx: Transaction, cut: OverviewCut, on: LocalDate, measure: Measure): Promise<TargetRow> {
  const { rows } = await sql<TargetRow>`
    with counted as (
      select e.id, e.register_no, e.name, e.community_id, hold.effective_from as since, st.state, st.valid_to,
        ${measure.done} as done
      from enterprises e
      join ${scopeHoldingOn(tx, on)} hold on hold.enterprise_id = e.id and hold.decision = 'in'
      left join ${standardizationOn(tx, on)} st on st.enterprise_id = e.id
      where ${visible(tx, "enterprises", "e")} and e.merged_into is null and ${measure.counted} and ${within(cut, "e")}
    )
    select count(*) filter (where done) as done, count(*) as of,
      (select json_agg(json_build_object('id', m.id, 'name', m.name, 'community_name', m.community_name, 'since', m.since,
          'planned_on', m.planned_on, 'state', m.state, 'valid_to', m.valid_to) order by m.register_no)
        from (select counted.*, c.name as community_name,
            (select min(t.planned_on) from tasks t where ${visible(tx, "tasks", "t")} and t.enterprise_id = counted.id
              and t.kind = 'inspection' and t.state = 'owed') as planned_on
          from counted left join communities c on c.id = counted.community_id and ${visible(tx, "communities", "c")}
          where not counted.done order by counted.register_no limit ${MISSING_SHOWN}) m) as missing
    from counted`.execute(tx.db);
  return rows[0] ?? { done: 0, of: 0, missing: null };
}

function asTarget(
  measure: Target["measure"],
  row: TargetRow,
  cut: OverviewCut,
  why: (one: Missing) => string,
  counted: Record<string, string>,
): Target {
  const rows = (filter: Record<string, string>) => ({
    list: "enterprises" as const,
    filter: { ...filter, ...cut.filter },
  });
  return {
    measure,
    done: row.done,
    of: row.of,
    rate: row.of === 0 ? null : row.done / row.of,
    missing: (row.missing ?? []).map((one) => ({
      id: one.id,
      name: one.name,
      communityName: one.communityName,
      why: why(one),
    })),
    missingCount: row.of - row.done,
    doneRows: rows({ [measure]: "done" }),
    ofRows: rows(counted),
    missingRows: rows({ [measure]: "missing" }),
    definition: definitions[measure],
  };
}

function whyNotServed(one: Missing, scheme: Schemes, on: LocalDate): string {
  const entered = one.since > scheme.startsOn ? `${Number(one.since.slice(5, 7))}月新纳入，` : "";
  if (!one.plannedOn) return `${entered}还没排检查`;
  return one.plannedOn < on
    ? `${entered}原排${plainDay(one.plannedOn)}，已过`
    : `${entered}排在${plainDay(one.plannedOn)}`;
}

function whyNotStandardized(one: Missing): string {
  switch (one.state) {
    case "graded":
      return one.validTo ? `证书${plainDay(one.validTo)}已到期` : "证书没有有效期";
    case "applied":
      return "待评审";
    case "creating":
      return "创建中";
    case "revoked":
      return "等级已撤销";
    default:
      return "还没开始创建";
  }
}

function plainDay(day: LocalDate): string {
  const [, month, date] = day.split("-").map(Number);
  return `${month}月${date}日`;
}
