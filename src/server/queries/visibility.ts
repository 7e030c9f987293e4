// The first wall for reads: which rows exist for an actor. Every query of a tenant table carries `visible(…)` for each
// table it names; row security says the same again by itself, and the finer cuts at the end of this file stand here alone.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { roleScope } from "#domain/access/roles.ts";
import type { DB } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { hiddenFrom } from "./finer-cuts.ts";

/** Rows of one enterprise, with the columns that bound them. */
const boundedByEnterprise = {
  enterprises: { enterprise: "id", agency: ["agencyId"] },
  sites: { enterprise: "enterpriseId", agency: ["agencyId"] },
  standardizations: { enterprise: "enterpriseId", agency: ["agencyId"] },
  tasks: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  visits: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  visitTasks: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  findings: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  photoSlots: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  hazards: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  hazardRoutings: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  hazardCitations: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  hazardActs: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  extensions: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  supervisions: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  treatmentPlans: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  referrals: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  batches: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  documents: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  signatures: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  accessLinks: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  accessLinkHolders: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  reminders: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  keyEnterprises: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  enforcementChecks: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
  registerEntries: { enterprise: "enterpriseId", agency: ["agencyId", "madeByAgencyId"] },
} as const;

/** Who reads the tables that bound no enterprise. */
const boundedByTenant = {
  schemes: "members",
  schemePeriods: "members",
  communities: "members",
  memberUnits: "members",
  agencyEngagements: "members",
  workingDayCorrections: "members",
  catalogueOverrides: "members",
  suggestionWeights: "officeAndParty",
  tenantInstruments: "members",
  contracts: "officeAndParty",
  contractEnterprises: "officeAndParty",
  serviceRecords: "officeAndParty",
  scopeDecisions: "office",
  memberUnitPeople: "office",
  routingRules: "office",
  delegatedItems: "office",
  operations: "office",
  lawReviews: "office",
  climbingRules: "office",
  importEntries: "office",
  journalEvents: "office",
  accessLog: "office",
  memberships: "officeAndColleagues",
  messageChannels: "office",
  messageTemplates: "office",
  messageRules: "office",
  messageSends: "office",
  messageContacts: "own",
  messages: "own",
  savedViews: "own",
  visitHoldings: "own",
  tips: "officeOrOwnTip",
  tipPhotos: "officeOrOwnTip",
  tipReporters: "officeOrOwnTip",
  tipActs: "officeOrOwnTip",
  tipTerms: "officeAlone",
} as const;

export type BoundedTable = keyof typeof boundedByEnterprise;
export type VisibleTable = BoundedTable | keyof typeof boundedByTenant;
export type Asker = Pick<Transaction, "actor" | "tenantId">;
export type Condition = RawBuilder<SqlBool>;

export const NOTHING: Condition = sql<SqlBool>`false`;

/** The condition under which a row of `table` (named `alias` in the query) exists for who asks. */
export function visible<T extends VisibleTable & keyof DB>(asker: Asker, table: T, alias: string = table): Condition {
  const own = sql<SqlBool>`${sql.ref(`${alias}.tenantId`)} = ${asker.tenantId}::uuid`;
  const scope = isBounded(table) ? inScope(asker, table, alias) : inTenant(asker, table, alias);
  const hidden = hiddenFrom(asker, table, alias);
  return hidden ? sql<SqlBool>`(${own} and ${scope} and not (${hidden}))` : sql<SqlBool>`(${own} and ${scope})`;
}

/** Whether the actor may read scope decisions, and with them any figure whose denominator is the list in scope. */
export function seesScopeList({ actor }: Asker): boolean {
  return roleScope[actor.role] === "office" || roleScope[actor.role] === "people";
}

function isBounded(table: VisibleTable): table is BoundedTable {
  return table in boundedByEnterprise;
}

function inScope({ actor }: Asker, table: BoundedTable, alias: string): Condition {
  const columns = boundedByEnterprise[table];
  const is = (column: string) => sql<SqlBool>`${sql.ref(`${alias}.${column}`)} = ${actor.scopeId}::uuid`;
  switch (roleScope[actor.role]) {
    case "office":
      return sql<SqlBool>`true`;
    case "agency":
      return sql<SqlBool>`(${sql.join(columns.agency.map(is), sql` or `)})`;
    case "community":
      return is("communityId");
    case "enterprise":
      return is(columns.enterprise);
    default:
      return NOTHING;
  }
}

function inTenant({ actor }: Asker, table: keyof typeof boundedByTenant, alias: string): Condition {
  const scope = roleScope[actor.role];
  const office = scope === "office" || scope === "people";
  const everything = sql<SqlBool>`true`;
  switch (boundedByTenant[table]) {
    case "members":
      return office || scope === "agency" || scope === "community" || scope === "enterprise" ? everything : NOTHING;
    case "office":
      return office ? everything : NOTHING;
    case "officeAndParty":
      if (scope === "office") return everything;
      return scope === "agency" ? sql<SqlBool>`${sql.ref(`${alias}.agencyId`)} = ${actor.scopeId}::uuid` : NOTHING;
    case "officeAndColleagues":
      if (office) return everything;
      return scope === "agency" ? sql<SqlBool>`${sql.ref(`${alias}.scopeId`)} = ${actor.scopeId}::uuid` : NOTHING;
    case "officeAlone":
      return scope === "office" ? everything : NOTHING;
    case "officeOrOwnTip":
      if (scope === "office") return everything;
      return scope === "open"
        ? sql<SqlBool>`${sql.ref(`${alias}.${tipColumn(table)}`)} = ${actor.scopeId}::uuid`
        : NOTHING;
    case "own":
      return actor.kind === "member" ? sql<SqlBool>`${sql.ref(`${alias}.membershipId`)} = ${actor.id}::uuid` : NOTHING;
  }
}

/** The public reaches the one tip whose receipt it holds. */
function tipColumn(table: keyof typeof boundedByTenant): string {
  return table === "tips" ? "id" : "tipId";
}
