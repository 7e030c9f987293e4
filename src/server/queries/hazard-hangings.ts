// What hangs on a hazard: its acts, clauses, photos, requests for time, referrals, documents, and earlier sightings.
import type { HazardPage } from "#api/hazards.ts";
import type { HazardActs, Hazards } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

/** In the order in which the server took them. */
export function readActs(tx: Transaction, hazardId: string): Promise<HazardActs[]> {
  return (
    tx.db
      .selectFrom("hazardActs")
      .selectAll()
      .where(visible(tx, "hazardActs"))
      .where("hazardId", "=", hazardId)
      .orderBy("receivedAt")
      .orderBy("occurredAt")
      // Acts sent together may carry the same instants; then the five steps tell which came first.
      .orderBy("round")
      .orderBy((line) => line.fn.coalesce("step", line.lit(9)))
      .orderBy("id")
      .execute()
  );
}

export async function hazardHangings(tx: Transaction, hazardId: string) {
  const citations = await tx.db
    .selectFrom("hazardCitations")
    .select(["position", "role", "state", "title", "article", "summary", "verified"])
    .where(visible(tx, "hazardCitations"))
    .where("hazardId", "=", hazardId)
    .orderBy("position")
    .execute();
  const photos = await tx.db
    .selectFrom("photoSlots")
    .select(["id", "purpose", "state", "takenAt", "source", "lostReason"])
    .where(visible(tx, "photoSlots"))
    .where("hazardId", "=", hazardId)
    .orderBy("takenAt")
    .orderBy("id")
    .execute();
  return {
    citations,
    photos,
    extensions: await extensionsOf(tx, hazardId),
    referrals: await referralsOf(tx, hazardId),
    plans: await plansOf(tx, hazardId),
  };
}

function extensionsOf(tx: Transaction, hazardId: string) {
  return tx.db
    .selectFrom("extensions")
    .select(["id", "state", "stepsTaken", "daysNeeded", "reason", "interimProtection", "askedByName", "askedAt"])
    .select(["grantedUntil", "decidedByName", "decidedAt", "decisionReason"])
    .where(visible(tx, "extensions"))
    .where("hazardId", "=", hazardId)
    .orderBy("askedAt", "desc")
    .execute();
}

function referralsOf(tx: Transaction, hazardId: string) {
  return tx.db
    .selectFrom("referrals")
    .select(["id", "state", "ground", "reason", "proposedByName", "proposedAt", "decidedByName", "decisionReason"])
    .select(["receivedByName", "caseNumber", "returnedReason", "resultKind", "resultDocumentNumber", "resultOn"])
    .select(["resultOfficers", "resultNote", "refusedWhat", "refusedBy", "refusedWords", "delegatedWords"])
    .where(visible(tx, "referrals"))
    .where("hazardId", "=", hazardId)
    .orderBy("proposedAt", "desc")
    .execute();
}

/** The five fixes, newest first. */
function plansOf(tx: Transaction, hazardId: string) {
  return tx.db
    .selectFrom("treatmentPlans")
    .select(["id", "origin", "responsible", "measures", "fundsFen", "finishOn", "contingencyPlan"])
    .select(["enteredByName", "enteredAt"])
    .where(visible(tx, "treatmentPlans"))
    .where("hazardId", "=", hazardId)
    .orderBy("enteredAt", "desc")
    .execute();
}

/** The visit's record and report, and the hazard's own referral package. */
export async function hazardDocuments(tx: Transaction, hazard: Hazards): Promise<HazardPage["documents"]> {
  const rows = await tx.db
    .selectFrom("documents")
    .select(["id", "kind", "number", "state", "pdfSha256"])
    .where(visible(tx, "documents"))
    .where((where) => where.or([where("visitId", "=", hazard.visitId), where("hazardId", "=", hazard.id)]))
    .orderBy("draftedAt")
    .execute();
  return rows.map(({ pdfSha256, ...rest }) => ({ ...rest, printed: pdfSha256 !== null }));
}

/** How often the same item was found at the same enterprise before, and when last. */
export async function sightBefore(tx: Transaction, hazard: Hazards): Promise<HazardPage["before"]> {
  const rows = await tx.db
    .selectFrom("hazards")
    .select("foundOn")
    .where(visible(tx, "hazards"))
    .where("enterpriseId", "=", hazard.enterpriseId)
    .where("itemCode", "=", hazard.itemCode)
    .where("status", "<>", "voided")
    .where("foundOn", "<", hazard.foundOn)
    .orderBy("foundOn", "desc")
    .execute();
  return { times: rows.length, lastOn: rows[0]?.foundOn ?? null };
}
