// Prints an issued document once: rows and pictures in, PDF filed by content hash, then attached by the system's command.
import { createHash } from "node:crypto";
import { z } from "zod";
import { printedProofCode } from "#domain/access/proof-code.ts";
import { inspectionReportSchema } from "#domain/documents/inspection-report.ts";
import { onSiteRecordSchema } from "#domain/documents/on-site-record.ts";
import { referralPackageSchema } from "#domain/documents/referral-package.ts";
import { releaseOf } from "#domain/documents/release.ts";
import { signingOf } from "#domain/documents/signing.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { mustIssue, systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { findMissingPhoto, type PrintedDocument, printedPhotos } from "./printed-photos.ts";
import { templateVersion } from "./render-pdf.ts";

const formSchema = z.discriminatedUnion("form", [onSiteRecordSchema, inspectionReportSchema, referralPackageSchema]);

interface Rows {
  readonly document: Row<"documents">;
  readonly signatures: readonly Row<"signatures">[];
  readonly images: ReadonlyMap<string, string>;
  readonly proof: Row<"documentProofs"> | undefined;
}

/** Renders and attaches; answers false when a picture it prints has not arrived yet or it has its PDF already. */
export async function printDocument(services: Services, tenantId: string, documentId: string): Promise<boolean> {
  const rows = await readRows(services, tenantId, documentId);
  if (!rows || rows.document.pdfSha256 !== null || rows.document.state !== "issued") return false;
  const printed = printedOf(rows, services.publicUrl);
  const photos = await readPhotos(services, tenantId, printed);
  if (findMissingPhoto(printed, photos)) return false;
  const pdf = await services.renderer.renderPdf({ template: printed.form.form, data: printed, photos });
  const pdfSha256 = createHash("sha256").update(pdf).digest("hex");
  const stored = await services.blobs.put(tenantId, pdfSha256, [pdf]);
  if (!stored.ok) throw new Error(stored.problem.code);
  await mustIssue(services.writePath, "document.render", tenantId, "document.attach", {
    documentId,
    pdfSha256,
    templateVersion: templateVersion(printed.form.form),
  });
  return true;
}

async function readRows(services: Services, tenantId: string, documentId: string): Promise<Rows | undefined> {
  return asActor(
    services.database,
    tenantId,
    systemActor("document.render"),
    async ({ db }) => {
      const document = await db.selectFrom("documents").selectAll().where("id", "=", documentId).executeTakeFirst();
      if (!document) return undefined;
      const signatures = await db
        .selectFrom("signatures")
        .selectAll()
        .where("documentId", "=", documentId)
        .orderBy("signedAt")
        .execute();
      const slotIds = signatures.flatMap((signature) => signature.photoSlotId ?? []);
      const slots = slotIds.length
        ? await db.selectFrom("photoSlots").select(["id", "sha256"]).where("id", "in", slotIds).execute()
        : [];
      const proof = await db
        .selectFrom("documentProofs")
        .selectAll()
        .where("documentId", "=", documentId)
        .executeTakeFirst();
      return { document, signatures, images: new Map(slots.map((slot) => [slot.id, slot.sha256])), proof };
    },
    { readOnly: true },
  );
}

function printedOf({ document, signatures, images, proof }: Rows, publicUrl: string): PrintedDocument {
  const hand = (name: string | null, at: string | null) => (name && at ? { name, at } : null);
  const refusal = signatures.find((signature) => signature.refused);
  const released = hand(document.releasedByName, document.releasedAt);
  return {
    form: formSchema.parse(JSON.parse(document.data)),
    signing: signatures.length
      ? signingOf(
          signatures
            .filter((signature) => !signature.refused)
            .map((signature) => ({
              role: signature.signer,
              name: signature.name,
              signedAt: signature.signedAt,
              device: signature.deviceId,
              digest: signature.digest,
              imageSha256: signature.photoSlotId ? (images.get(signature.photoSlotId) ?? null) : null,
            })),
          refusal ? { name: refusal.name, reason: refusal.refusalReason ?? "", refusedAt: refusal.signedAt } : null,
        )
      : null,
    release: released
      ? releaseOf(hand(document.reviewedByName, document.reviewedAt), released, document.onePersonRelease)
      : null,
    proofUrl: proof ? `${publicUrl}/p/${printedProofCode(proof.proofCode)}` : null,
  };
}

async function readPhotos(
  services: Services,
  tenantId: string,
  printed: PrintedDocument,
): Promise<Map<string, Uint8Array>> {
  const photos = new Map<string, Uint8Array>();
  for (const sha256 of printedPhotos(printed).keys()) {
    const bytes = await services.blobs.get(tenantId, sha256);
    if (bytes) photos.set(sha256, bytes);
  }
  return photos;
}

/** Issued documents of a visit that have no PDF yet. */
export async function documentsWaiting(services: Services, tenantId: string, slotId: string): Promise<string[]> {
  return asActor(
    services.database,
    tenantId,
    systemActor("document.render"),
    async ({ db }) => {
      const rows = await db
        .selectFrom("documents")
        .innerJoin("photoSlots", (join) =>
          join
            .onRef("photoSlots.tenantId", "=", "documents.tenantId")
            .onRef("photoSlots.visitId", "=", "documents.visitId"),
        )
        .select("documents.id")
        .where("photoSlots.id", "=", slotId)
        .where("documents.state", "=", "issued")
        .where("documents.pdfSha256", "is", null)
        .execute();
      return rows.map((row) => row.id);
    },
    { readOnly: true },
  );
}
