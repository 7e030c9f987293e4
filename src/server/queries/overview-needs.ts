// What needs this person today, by consequence: a table of needs, each with who has it, which rows and which day runs.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Need, NeedKey } from "#api/overview.ts";
import type { RowsLink } from "#api/rows-link.ts";
import type { Role } from "#domain/access/roles.ts";
import { addDays, dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { isOpen } from "./measures.ts";
import { type OverviewCut, within } from "./overview-cut.ts";
import { visible } from "./visibility.ts";

type Table = "hazards" | "documents" | "tasks" | "referrals";

interface NeedRule {
  readonly key: NeedKey;
  readonly by: readonly Role[];
  readonly table: Table;
  readonly where: (day: LocalDate, role: Role) => RawBuilder<SqlBool>;
  readonly due?: RawBuilder<unknown>;
  readonly since?: RawBuilder<unknown>;
  readonly rows: RowsLink;
}

const MOST_NEEDS = 6;
const SOON_DAYS = 3;
const officers: readonly Role[] = ["officer", "officeLead"];
const open = isOpen("r");
const hazardRows = (filter: Record<string, string>): RowsLink => ({
  list: "hazards",
  filter: { state: "open", ...filter },
});
const workRows = (kind: string, view: "all" | "mine" = "all"): RowsLink => ({
  list: "workItems",
  filter: { view, kind },
});
const heldSince = sql`r.held_since`;
const taskDue = sql`coalesce(r.planned_on, r.window_to, r.period_ends_on)`;

/** In the order of consequence. */
const rules: readonly NeedRule[] = [
  {
    key: "severityToConfirm",
    by: officers,
    table: "hazards",
    where: () => sql<SqlBool>`${open} and r.severity = 'suspectedMajor'`,
    since: heldSince,
    rows: workRows("severity"),
  },
  {
    key: "overdueWithEnterprise",
    by: [...officers, "memberUnit", "leader", "communityOfficer", "auditor"],
    table: "hazards",
    where: (day) => sql<SqlBool>`r.status = 'open' and r.rectification_due < ${day}::date`,
    due: sql`r.rectification_due`,
    rows: hazardRows({ status: "open", overdue: "1" }),
  },
  {
    key: "contestToSettle",
    by: ["agencyLead"],
    table: "hazards",
    where: () => sql<SqlBool>`${open} and r.contested`,
    since: heldSince,
    rows: workRows("contest"),
  },
  {
    key: "reinspectionOverdue",
    by: ["agencyLead", "agencyReviewer", ...officers],
    table: "hazards",
    where: (day) =>
      sql<SqlBool>`r.status in ('submitted', 'awaitingFinalReinspection') and r.reinspection_due < ${day}::date`,
    due: sql`r.reinspection_due`,
    rows: hazardRows({ holder: "agency", overdue: "1" }),
  },
  {
    key: "referralToDecide",
    by: officers,
    table: "hazards",
    where: () => sql<SqlBool>`r.status = 'open' and r.referral_proposed`,
    since: heldSince,
    rows: workRows("referral"),
  },
  {
    key: "extensionToDecide",
    by: officers,
    table: "hazards",
    where: () => sql<SqlBool>`r.status = 'open' and r.extension_pending`,
    due: sql`r.rectification_due`,
    since: heldSince,
    rows: workRows("extension"),
  },
  {
    key: "voidToConfirm",
    by: [...officers, "agencyLead"],
    table: "hazards",
    where: (_day, role) =>
      role === "agencyLead"
        ? sql<SqlBool>`${open} and r.void_proposed and not r.void_confirmed_by_agency`
        : sql<SqlBool>`${open} and r.void_proposed and not r.void_confirmed_by_office`,
    since: heldSince,
    rows: workRows("void", "mine"),
  },
  {
    key: "referralToReceive",
    by: ["enforcementOfficer"],
    table: "referrals",
    where: () => sql<SqlBool>`r.state = 'referred'`,
    since: sql`r.decided_at`,
    rows: hazardRows({ status: "referred" }),
  },
  {
    key: "referralToConclude",
    by: ["enforcementOfficer"],
    table: "referrals",
    where: () => sql<SqlBool>`r.state = 'received'`,
    since: sql`r.received_at`,
    rows: hazardRows({ status: "referred" }),
  },
  {
    key: "documentToReview",
    by: ["agencyReviewer", "agencyLead"],
    table: "documents",
    where: () => sql<SqlBool>`r.kind = 'inspectionReport' and r.state = 'draft'`,
    due: sql`r.due_on`,
    rows: workRows("reviewReport"),
  },
  {
    key: "documentToRelease",
    by: ["agencyLead"],
    table: "documents",
    where: () => sql<SqlBool>`r.kind = 'inspectionReport' and r.state = 'reviewed'`,
    due: sql`r.due_on`,
    rows: workRows("releaseReport"),
  },
  {
    key: "reinspectionSoon",
    by: ["agencyLead", "agencyReviewer"],
    table: "hazards",
    where: (day) => sql<SqlBool>`r.status in ('submitted', 'awaitingFinalReinspection')
      and r.reinspection_due between ${day}::date and ${addDays(day, SOON_DAYS)}::date`,
    due: sql`r.reinspection_due`,
    rows: hazardRows({ holder: "agency", due: "soon" }),
  },
  {
    key: "supervisionDue",
    by: [...officers, "communityOfficer"],
    table: "tasks",
    // The same day as in the work list, so that the figure opens its rows.
    where: (day) => sql<SqlBool>`r.kind = 'supervision' and r.state = 'owed' and ${taskDue} < ${day}::date`,
    due: taskDue,
    rows: workRows("supervisionTask"),
  },
];

interface NeedRow extends Pick<Need, "key" | "count" | "communities" | "example" | "earliestDue"> {
  readonly oldestSince: string | null;
}

/** The needs that are not empty, the gravest first, at most six. */
export async function overviewNeeds(tx: Transaction, cut: OverviewCut): Promise<Need[]> {
  const mine = rules.filter((rule) => rule.by.includes(tx.actor.role));
  if (mine.length === 0) return [];
  const parts = mine.map((rule) => needQuery(tx, cut, rule));
  const { rows } = await sql<NeedRow>`${sql.join(parts, sql` union all `)}`.execute(tx.db);
  return mine
    .flatMap((rule): Need[] => {
      const row = rows.find((one) => one.key === rule.key);
      if (!row || row.count === 0) return [];
      const filter = { ...rule.rows.filter, ...(cut.community ? { community: cut.community } : {}) };
      const oldestSince = row.oldestSince && dayOf(row.oldestSince);
      return [{ ...row, oldestSince, rows: { list: rule.rows.list, filter } }];
    })
    .slice(0, MOST_NEEDS);
}

function needQuery(tx: Transaction, cut: OverviewCut, rule: NeedRule): RawBuilder<unknown> {
  const matter = rule.table === "hazards" ? sql`r.description` : sql`null::text`;
  return sql`(select ${rule.key}::text as key, count(*) as count, min(${rule.due ?? sql`null::date`}) as earliest_due,
      min(${rule.since ?? sql`null::timestamptz`}) as oldest_since, count(distinct r.community_id) as communities,
      min(concat_ws('：', e.name, ${matter})) as example
    from ${sql.table(rule.table)} r
    left join enterprises e on e.tenant_id = r.tenant_id and e.id = r.enterprise_id and ${visible(tx, "enterprises", "e")}
    where ${visible(tx, rule.table, "r")} and ${rule.where(cut.day, tx.actor.role)} and ${within(cut, "r")})`;
}
