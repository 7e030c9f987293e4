// Cuts finer than the second wall: rows that row security lets through and that the actor still is not to see.
// - enterprise, link and community read issued documents, no drafts;
// - the enterprise does not see a referral before the office has decided it;
// - an access link reaches the visit it was made for, or the hazards it was cut down to, and beside them the enterprise's own
//   registers, unless it was passed on to a colleague.
// - a complaint is the office lead's alone, and who reported a tip is seen by the lead and the officer who handles it;
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { roleScope } from "#domain/access/roles.ts";
import type { Asker, VisibleTable } from "./visibility.ts";

type Condition = RawBuilder<SqlBool>;

/** Condition of the rows to leave out, or undefined where nothing more is cut. */
export function hiddenFrom(asker: Asker, table: VisibleTable, alias: string): Condition | undefined {
  const cuts: Condition[] = [];
  const scope = roleScope[asker.actor.role];
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (table === "documents" && (scope === "enterprise" || scope === "community")) {
    cuts.push(sql<SqlBool>`${column("state")} not in ('issued', 'void')`);
  }
  if (table === "referrals" && scope === "enterprise") {
    cuts.push(sql<SqlBool>`${column("state")} in ('proposed', 'declined')`);
  }
  if (tipTables.has(table) && scope === "office") cuts.push(...tipCuts(asker, table, column));
  if (asker.actor.role === "linkHolder") cuts.push(sql<SqlBool>`not (${reachedByLink(asker, table, alias)})`);
  return cuts.length > 0 ? sql<SqlBool>`${sql.join(cuts, sql` or `)}` : undefined;
}

const tipTables: ReadonlySet<VisibleTable> = new Set(["tips", "tipPhotos", "tipReporters", "tipActs"]);

function tipCuts(
  { actor, tenantId }: Asker,
  table: VisibleTable,
  column: (name: string) => RawBuilder<unknown>,
): Condition[] {
  if (actor.role === "officeLead" || actor.role === "system") return [];
  const complaint = sql<SqlBool>`${column("about")} <> 'enterprise'`;
  if (table !== "tipReporters") return [complaint];
  const own = sql<SqlBool>`exists (select 1 from tips handled where handled.tenant_id = ${tenantId}::uuid
    and handled.id = ${column("tipId")} and handled.handler_membership_id = ${actor.id}::uuid)`;
  return [complaint, actor.role === "officer" ? sql<SqlBool>`not (${own})` : sql<SqlBool>`true`];
}

/** How each table hangs on the link's visit; a table not named here is out of a link's reach. */
const linkPath: Partial<Record<VisibleTable, { visit?: string; hazard?: string }>> = {
  visits: { visit: "id" },
  findings: { visit: "visitId" },
  signatures: { visit: "visitId" },
  documents: { visit: "visitId", hazard: "hazardId" },
  photoSlots: { visit: "visitId", hazard: "hazardId" },
  hazards: { hazard: "id" },
  hazardActs: { hazard: "hazardId" },
  hazardCitations: { hazard: "hazardId" },
  extensions: { hazard: "hazardId" },
  referrals: { hazard: "hazardId" },
  treatmentPlans: { hazard: "hazardId" },
};
const wholeForLink: ReadonlySet<VisibleTable> = new Set([
  "enterprises",
  "sites",
  "communities",
  "schemes",
  "schemePeriods",
]);

/** The enterprise's own books; a link that was passed on does not open them. */
const ownBooks: ReadonlySet<VisibleTable> = new Set(["registerEntries"]);

function reachedByLink({ actor, tenantId }: Asker, table: VisibleTable, alias: string): Condition {
  if (wholeForLink.has(table)) return sql<SqlBool>`true`;
  if (table === "accessLinks") return sql<SqlBool>`${sql.ref(`${alias}.id`)} = ${actor.linkId ?? null}::uuid`;
  if (table === "accessLinkHolders") return sql<SqlBool>`${sql.ref(`${alias}.linkId`)} = ${actor.linkId ?? null}::uuid`;
  const opensBooks = sql<SqlBool>`exists (select 1 from access_links first_link where first_link.tenant_id = ${tenantId}::uuid
    and first_link.id = ${actor.linkId ?? null}::uuid and first_link.parent_id is null)`;
  if (ownBooks.has(table)) return opensBooks;
  const path = linkPath[table];
  if (!path) return sql<SqlBool>`false`;
  const link = sql`access_links reach where reach.tenant_id = ${tenantId}::uuid and reach.id = ${actor.linkId ?? null}::uuid`;
  const ways: Condition[] = [];
  if (table === "photoSlots") {
    ways.push(sql<SqlBool>`(${sql.ref(`${alias}.purpose`)} in ('register', 'selfInspection') and ${opensBooks})`);
  }
  if (path.hazard) {
    const hazard = sql.ref(`${alias}.${path.hazard}`);
    ways.push(sql<SqlBool>`exists (select 1 from ${link} and (reach.hazard_ids is null or position(${hazard}::text in reach.hazard_ids) > 0)
      and exists (select 1 from hazards reached where reached.tenant_id = reach.tenant_id and reached.id = ${hazard}
        and (reached.visit_id = reach.visit_id or (reached.site_id = reach.site_id and reached.status <> 'voided' and exists (
          select 1 from visits into_visit where into_visit.tenant_id = reach.tenant_id and into_visit.id = reach.visit_id
            and reached.found_on < into_visit.inspected_on
            and (reached.closed_on is null or reached.closed_on >= into_visit.inspected_on or reached.contested))))))`);
  }
  if (path.visit) {
    const loose = path.hazard ? sql`and ${sql.ref(`${alias}.${path.hazard}`)} is null` : sql``;
    ways.push(
      sql<SqlBool>`exists (select 1 from ${link} and reach.visit_id = ${sql.ref(`${alias}.${path.visit}`)} ${loose})`,
    );
  }
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}
