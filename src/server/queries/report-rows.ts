// The rows a report is made of, read through the actor's own walls: what the release will be decided on.

import type { ReportRows } from "#domain/documents/report-data.ts";
import { type LoadedReport, reportRowsOf } from "#domain/documents/report-rows.ts";
import type { Documents, Memberships } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

export interface FoundReport {
  readonly rows: ReportRows;
  /** The agency's people, to tell whether two memberships are one person. */
  readonly people: readonly Memberships[];
}

/** What a document, or anything else of a visit, says about where it belongs. */
export type AboutVisit = Pick<Documents, "visitId" | "enterpriseId" | "communityId" | "madeByAgencyId">;

/** Undefined where the visit itself is not visible. */
export async function findReportRows(tx: Transaction, document: AboutVisit): Promise<FoundReport | undefined> {
  const visitId = document.visitId ?? "";
  const visit = await tx.db
    .selectFrom("visits")
    .selectAll()
    .where(visible(tx, "visits"))
    .where("id", "=", visitId)
    .executeTakeFirst();
  if (!visit) return undefined;
  const ofVisit = await rowsOfVisit(tx, visitId);
  const ofEnterprise = await rowsOfEnterprise(tx, document);
  const state: LoadedReport = { ...ofVisit, ...ofEnterprise };
  return { rows: reportRowsOf(state, visit), people: state.people };
}

async function rowsOfVisit(tx: Transaction, visitId: string) {
  const { db } = tx;
  return {
    findings: await db
      .selectFrom("findings")
      .selectAll()
      .where(visible(tx, "findings"))
      .where("visitId", "=", visitId)
      .execute(),
    photos: await db
      .selectFrom("photoSlots")
      .selectAll()
      .where(visible(tx, "photoSlots"))
      .where("visitId", "=", visitId)
      .execute(),
    documents: await db
      .selectFrom("documents")
      .selectAll()
      .where(visible(tx, "documents"))
      .where("visitId", "=", visitId)
      .execute(),
  };
}

async function rowsOfEnterprise(tx: Transaction, document: AboutVisit) {
  const { db } = tx;
  const { enterpriseId, communityId, madeByAgencyId } = document;
  const hazards = db.selectFrom("hazards").selectAll().where(visible(tx, "hazards"));
  const citations = db.selectFrom("hazardCitations").selectAll().where(visible(tx, "hazardCitations"));
  const sites = db.selectFrom("sites").selectAll().where(visible(tx, "sites"));
  const people = db.selectFrom("memberships").selectAll().where(visible(tx, "memberships"));
  const enterprise = db.selectFrom("enterprises").selectAll().where(visible(tx, "enterprises"));
  const community = db.selectFrom("communities").selectAll().where(visible(tx, "communities"));
  const engagement = db.selectFrom("agencyEngagements").selectAll().where(visible(tx, "agencyEngagements"));
  return {
    hazards: await hazards.where("enterpriseId", "=", enterpriseId).execute(),
    citations: await citations.where("enterpriseId", "=", enterpriseId).execute(),
    sites: await sites.where("enterpriseId", "=", enterpriseId).execute(),
    people: await people.where("scopeId", "=", madeByAgencyId).execute(),
    enterprise: await enterprise.where("id", "=", enterpriseId).executeTakeFirst(),
    community: communityId ? await community.where("id", "=", communityId).executeTakeFirst() : undefined,
    engagement: madeByAgencyId ? await engagement.where("agencyId", "=", madeByAgencyId).executeTakeFirst() : undefined,
    periods: await db.selectFrom("schemePeriods").selectAll().where(visible(tx, "schemePeriods")).execute(),
    schemes: await db.selectFrom("schemes").selectAll().where(visible(tx, "schemes")).execute(),
    tenant: await db.selectFrom("tenants").selectAll().where("id", "=", tx.tenantId).executeTakeFirst(),
  };
}
