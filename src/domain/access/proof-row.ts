// What the public page of a proof code shows of an issued document: number, kind, digest, valid or void. No hazards.
import type { LocalDate } from "../calendar/local-date.ts";
import { type Change, insert, update } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { proofCodeOf } from "./proof-code.ts";

/** The proof row of a document that is issued now. */
export function issueProof(document: Row<"documents">, issuedOn: LocalDate, context: Context): Change {
  return insert("documentProofs", {
    tenantId: document.tenantId,
    id: context.newId("proof"),
    documentId: document.id,
    proofCode: proofCodeOf(context.commandId),
    kind: document.kind,
    number: document.number,
    dataDigest: document.dataDigest,
    pdfSha256: null,
    state: "valid",
    issuedOn,
  });
}

/** The same change for every proof row of a document. */
export function changeProofs(
  proofs: readonly Row<"documentProofs">[],
  set: Partial<Row<"documentProofs">>,
): readonly Change[] {
  return proofs.map((proof) => update("documentProofs", proof, set));
}
