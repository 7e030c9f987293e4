// One snapshot for a phone. The journal's head is read first, so the rows are at least as new as the version says.
import type { SyncedEntity } from "#api/synced-entities.ts";
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";
import { carriedEnterprises, ownVisits } from "./scope.ts";

/** How far back closed hazards are carried, to say "this is the second time". */
const HISTORY_DAYS = 400;

export type SnapshotRows = { readonly [E in SyncedEntity]: readonly Row<E>[] };

export async function journalHead(tx: Transaction): Promise<number> {
  const head = await tx.db
    .selectFrom("journalHeads")
    .select("seq")
    .where("tenantId", "=", tx.tenantId)
    .executeTakeFirst();
  return head?.seq ?? 0;
}

export async function readSnapshot(tx: Transaction, today: LocalDate): Promise<SnapshotRows> {
  const enterpriseIds = await carriedEnterprises(tx, today);
  const visits = await ownVisits(tx, today);
  return {
    ...(await schemeRows(tx)),
    ...(await enterpriseRows(tx, enterpriseIds)),
    ...(await visitRows(
      tx,
      visits.map((visit) => visit.id),
    )),
    ...(await hazardRows(tx, enterpriseIds, today)),
    visits,
  };
}

/** What every visit of the tenant needs: the tenant itself, the scheme, the map, the agency, the expert. */
async function schemeRows(tx: Transaction) {
  const { db, tenantId, actor } = tx;
  return {
    tenants: await db.selectFrom("tenants").selectAll().where("id", "=", tenantId).execute(),
    memberships: await db
      .selectFrom("memberships")
      .selectAll()
      .where(visible(tx, "memberships"))
      .where("id", "=", actor.id)
      .execute(),
    agencyEngagements: await db
      .selectFrom("agencyEngagements")
      .selectAll()
      .where(visible(tx, "agencyEngagements"))
      .where("agencyId", "=", actor.scopeId)
      .execute(),
    communities: await db.selectFrom("communities").selectAll().where(visible(tx, "communities")).execute(),
    schemes: await db.selectFrom("schemes").selectAll().where(visible(tx, "schemes")).execute(),
    schemePeriods: await db.selectFrom("schemePeriods").selectAll().where(visible(tx, "schemePeriods")).execute(),
  };
}

/** Owed tasks of every kind: finishing a visit sets the windows of those that follow from it. */
async function enterpriseRows(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return { enterprises: [], sites: [], tasks: [] };
  return {
    enterprises: await tx.db
      .selectFrom("enterprises")
      .selectAll()
      .where(visible(tx, "enterprises"))
      .where("id", "in", ids)
      .execute(),
    sites: await tx.db
      .selectFrom("sites")
      .selectAll()
      .where(visible(tx, "sites"))
      .where("enterpriseId", "in", ids)
      .execute(),
    tasks: await tx.db
      .selectFrom("tasks")
      .selectAll()
      .where(visible(tx, "tasks"))
      .where("enterpriseId", "in", ids)
      .where("state", "!=", "cancelled")
      .execute(),
  };
}

async function visitRows(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return { visitTasks: [], findings: [], documents: [], accessLinks: [] };
  const ofVisits = <T extends "visitTasks" | "findings" | "documents" | "accessLinks">(table: T) => visible(tx, table);
  return {
    visitTasks: await tx.db
      .selectFrom("visitTasks")
      .selectAll()
      .where(ofVisits("visitTasks"))
      .where("visitId", "in", ids)
      .execute(),
    findings: await tx.db
      .selectFrom("findings")
      .selectAll()
      .where(ofVisits("findings"))
      .where("visitId", "in", ids)
      .execute(),
    documents: await tx.db
      .selectFrom("documents")
      .selectAll()
      .where(ofVisits("documents"))
      .where("visitId", "in", ids)
      .where("kind", "=", "onSiteRecord")
      .execute(),
    accessLinks: await tx.db
      .selectFrom("accessLinks")
      .selectAll()
      .where(ofVisits("accessLinks"))
      .where("visitId", "in", ids)
      .execute(),
  };
}

/** Open hazards with everything that hangs on them; closed ones of the last year bare. */
async function hazardRows(tx: Transaction, enterpriseIds: readonly string[], today: LocalDate) {
  const none = { hazards: [], hazardCitations: [], hazardActs: [], photoSlots: [], extensions: [], referrals: [] };
  if (enterpriseIds.length === 0) return none;
  const hazards = await tx.db
    .selectFrom("hazards")
    .selectAll()
    .where(visible(tx, "hazards"))
    .where("enterpriseId", "in", enterpriseIds)
    .where((where) =>
      where.or([
        where("status", "not in", ["closed", "voided"]),
        where("contested", "=", true),
        where("foundOn", ">=", addDays(today, -HISTORY_DAYS)),
      ]),
    )
    .execute();
  if (hazards.length === 0) return none;
  const ids = hazards.map((hazard) => hazard.id);
  const of = <T extends "hazardCitations" | "hazardActs" | "photoSlots" | "extensions" | "referrals">(table: T) =>
    visible(tx, table);
  return {
    hazards,
    hazardCitations: await tx.db
      .selectFrom("hazardCitations")
      .selectAll()
      .where(of("hazardCitations"))
      .where("hazardId", "in", ids)
      .execute(),
    hazardActs: await tx.db
      .selectFrom("hazardActs")
      .selectAll()
      .where(of("hazardActs"))
      .where("hazardId", "in", ids)
      .execute(),
    photoSlots: await tx.db
      .selectFrom("photoSlots")
      .selectAll()
      .where(of("photoSlots"))
      .where("hazardId", "in", ids)
      .execute(),
    extensions: await tx.db
      .selectFrom("extensions")
      .selectAll()
      .where(of("extensions"))
      .where("hazardId", "in", ids)
      .execute(),
    referrals: await tx.db
      .selectFrom("referrals")
      .selectAll()
      .where(of("referrals"))
      .where("hazardId", "in", ids)
      .execute(),
  };
}
