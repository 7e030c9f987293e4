// One document with what it still lacks. The list of what is missing is the domain's own, made of the same rows as the release.
import { sql } from "kysely";
import type { DocumentPage } from "#api/documents.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { type MissingForRelease, missingBeforeRelease } from "#domain/documents/report-missing.ts";
import { isSamePerson } from "#domain/documents/report-rows.ts";
import { documentRow, mayOnDocument } from "#domain/documents/report-transitions.ts";
import { problemText } from "#domain/problems.ts";
import type { Documents } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { findDocumentRow } from "./documents.ts";
import { type FoundReport, findReportRows } from "./report-rows.ts";
import { visible } from "./visibility.ts";

export async function findDocumentPage(tx: Transaction, id: string, day: LocalDate): Promise<DocumentPage | undefined> {
  const row = await findDocumentRow(tx, id);
  const stored = await tx.db
    .selectFrom("documents")
    .selectAll()
    .where(visible(tx, "documents"))
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row || !stored) return undefined;
  const isOpenReport = stored.kind === "inspectionReport" && (stored.state === "draft" || stored.state === "reviewed");
  const report = isOpenReport ? await findReportRows(tx, stored) : undefined;
  const missing = report ? missingBeforeRelease(report.rows) : [];
  const acts = actsOn(tx, stored);
  const waitsFor = report ? handsOf(tx, stored, report) : null;
  return {
    day,
    document: { ...row, dataDigest: stored.dataDigest, proofCode: await proofCodeOf(tx, id) },
    hazards: await hazardsOf(tx, stored),
    missing: missing.map(missingLine),
    signatures: await signaturesOf(tx, id),
    acts: acts.filter((act) => act === "document.void" || waitsFor === null),
    waitsFor: acts.some((act) => act !== "document.void") ? waitsFor : null,
    mayConfirmLoss: tx.actor.role === "agencyLead",
  };
}

function missingLine({ code, subject, label }: MissingForRelease): DocumentPage["missing"][number] {
  const ofPhoto = code === "photoAwaited" || code === "photoLossUnconfirmed";
  return {
    code,
    hazardId: ofPhoto ? null : subject,
    slotId: code === "photoLossUnconfirmed" ? subject : null,
    text: label.zh,
    textEn: label.en,
  };
}

/** What the document's table lets this role do in its state; the records of a referral are the office's to void. */
function actsOn(tx: Transaction, document: Documents): DocumentPage["acts"] {
  const { role } = tx.actor;
  const acts: DocumentPage["acts"] = [];
  for (const command of ["report.review", "report.release", "document.void"] as const) {
    if (!documentRow(command).by.includes(role) || !mayOnDocument(command, document.state)) continue;
    if (command !== "document.void" && document.kind !== "inspectionReport") continue;
    if (command === "document.void" && role !== (document.kind === "referralPackage" ? "officer" : "agencyLead"))
      continue;
    acts.push(command);
  }
  return acts;
}

/** Why this person cannot be the next pair of hands, in the words of the refusal; null when they can. */
function handsOf(tx: Transaction, document: Documents, { rows, people }: FoundReport): string | null {
  const { number } = document;
  const isExpert = isSamePerson(people, tx.actor.id, rows.visit.expertMembershipId);
  if (tx.actor.role === "agencyReviewer")
    return isExpert ? problemText({ code: "report.reviewer_is_expert", params: { number } }) : null;
  if (tx.actor.role !== "agencyLead" || rows.scheme?.onePersonRelease) return null;
  if (isExpert) return problemText({ code: "report.reviewer_is_expert", params: { number } });
  if (document.state === "draft") return problemText({ code: "report.not_reviewed", params: { number } });
  if (isSamePerson(people, tx.actor.id, document.reviewedByMembershipId))
    return problemText({ code: "report.one_person", params: { number } });
  return null;
}

async function proofCodeOf(tx: Transaction, documentId: string): Promise<string | null> {
  const proof = await tx.db
    .selectFrom("documentProofs")
    .select("proofCode")
    .where("tenantId", "=", tx.tenantId)
    .where("documentId", "=", documentId)
    .executeTakeFirst();
  return proof?.proofCode ?? null;
}

function signaturesOf(tx: Transaction, documentId: string) {
  return tx.db
    .selectFrom("signatures")
    .select(["signer", "name", "refused", "refusalReason", "signedAt"])
    .where(visible(tx, "signatures"))
    .where("documentId", "=", documentId)
    .orderBy("signedAt")
    .execute();
}

/** The hazards of its visit, or the one hazard of a referral, with how many of their photos have arrived. */
async function hazardsOf(tx: Transaction, document: Documents): Promise<DocumentPage["hazards"]> {
  const own = document.hazardId
    ? sql`h.id = ${document.hazardId}::uuid`
    : sql`h.visit_id = ${document.visitId ?? null}::uuid`;
  const { rows } = await sql<DocumentPage["hazards"][number]>`
    select h.id, h.number, h.place, h.description, h.severity, h.status,
      count(p.id) as photos, count(p.id) filter (where p.state = 'stored') as photos_stored
    from hazards h
    left join photo_slots p on p.tenant_id = h.tenant_id and p.hazard_id = h.id and p.purpose in ('hazard', 'fixedOnSite')
      and ${visible(tx, "photoSlots", "p")}
    where ${visible(tx, "hazards", "h")} and ${own} and h.status <> 'voided'
    group by h.id, h.number, h.place, h.description, h.severity, h.status order by h.number`.execute(tx.db);
  return rows;
}
