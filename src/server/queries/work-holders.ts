// Which work items wait for a role itself. One line a role: the kinds it settles, each with its condition.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { WorkHolder, WorkKind } from "#api/work-items.ts";
import type { Role } from "#domain/access/roles.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { type HoldingParty, holdersOf } from "#domain/hazard/responsible.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

type Rule = (day: LocalDate, tx: Transaction) => RawBuilder<SqlBool>;
type Rules = Partial<Record<WorkKind, Rule>>;

const always: Rule = () => sql<SqlBool>`true`;
const overdue: Rule = (day) => sql<SqlBool>`coalesce(w.due_on, w.enterprise_due) < ${day}::date`;
/** Supervision is owed by the community; where there is none, by the office. */
const withoutCommunity: Rule = () => sql<SqlBool>`w.community_id is null`;

/** Routed to the unit this person belongs to. */
const ofOwnUnit: Rule = (
  _day,
  tx,
) => sql<SqlBool>`exists (select 1 from member_unit_people own where ${visible(tx, "memberUnitPeople", "own")}
    and own.unit_id = w.unit_id and own.membership_id = ${tx.actor.id}::uuid)`;
/** Answered by whoever took it up. */
const handled: Rule = (_day, tx) =>
  sql<SqlBool>`exists (select 1 from tips taken where ${visible(tx, "tips", "taken")} and taken.id = w.subject_id
    and taken.handler_membership_id = ${tx.actor.id}::uuid)`;

const office: Rules = {
  severity: always,
  referral: always,
  extension: always,
  void: () => sql<SqlBool>`not w.confirmed_by_office`,
  rectify: overdue,
  reroute: always,
  batch: always,
  supervisionTask: withoutCommunity,
  tipTriage: always,
  tipAnswer: handled,
};

const mine: Partial<Record<Role, Rules>> = {
  officer: office,
  officeLead: office,
  memberUnit: {
    takeOver: ofOwnUnit,
    rectify: (day, tx) => sql<SqlBool>`(${overdue(day, tx)} and ${ofOwnUnit(day, tx)})`,
    batch: always,
  },
  enforcementOfficer: { enforce: always },
  communityOfficer: { rectify: always, supervisionTask: always },
  agencyLead: {
    contest: always,
    void: () => sql<SqlBool>`not w.confirmed_by_agency`,
    reinspect: always,
    releaseReport: always,
    inspectionTask: always,
    reinspectionTask: always,
  },
  agencyReviewer: { reviewReport: always },
};

/** Over `w`, a row of the work list. A role that settles nothing has nothing of its own. */
export function isMine(tx: Transaction, day: LocalDate): RawBuilder<SqlBool> {
  const rules = Object.entries(mine[tx.actor.role] ?? {});
  if (rules.length === 0) return sql<SqlBool>`false`;
  const ways = rules.map(([kind, rule]) => sql<SqlBool>`(w.kind = ${kind} and ${rule(day, tx)})`);
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** Who holds other items than hazards for a party. */
const besides: Readonly<Record<HoldingParty, readonly WorkHolder[]>> = {
  enterprise: [],
  agency: ["agencyReviewer"],
  office: ["officeLead"],
  enforcement: [],
};

/** Over `w`: an item that lies with one party of R14. The agency's reviewer and the community hold no hazards, but other items. */
export function isWith(party: HoldingParty | "community"): RawBuilder<SqlBool> {
  const holders: readonly WorkHolder[] =
    party === "community" ? ["community"] : [...holdersOf[party], ...besides[party]];
  return sql<SqlBool>`w.holder in (${sql.join(holders.map((holder) => sql`${holder}`))})`;
}
