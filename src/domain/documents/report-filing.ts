// document.attach and document.void: an issued document never changes. It gets its rendering once, or it is voided.
import { z } from "zod";
import { changeProofs } from "../access/proof-row.ts";
import { type Decision, decided, update } from "../kernel/change.ts";
import { defineCommand, many, one } from "../kernel/command.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { refuseOrderWords } from "../visit/own-words.ts";
import { DOCUMENT_COMMAND_LABELS, DOCUMENT_STATE_LABELS } from "./report-labels.ts";
import { documentRow, mayOnDocument } from "./report-transitions.ts";

export const attachDocument = defineCommand({
  name: "document.attach",
  label: DOCUMENT_COMMAND_LABELS["document.attach"],
  by: documentRow("document.attach").by,
  args: z.object({
    documentId: z.uuid(),
    pdfSha256: z.string().regex(/^[0-9a-f]{64}$/),
    templateVersion: text(40),
  }),
  needs: (args) => ({
    document: one("documents", { id: args.documentId }),
    proofs: many("documentProofs", { documentId: args.documentId }),
  }),
  decide: (state, args): Result<Decision> => {
    const { document, proofs } = state;
    if (!document) return refuse("not_found");
    const { number } = document;
    if (!mayOnDocument("document.attach", document.state)) {
      return refuse("document.not_issued", { number, state: DOCUMENT_STATE_LABELS[document.state].zh });
    }
    if (document.pdfSha256 !== null) return refuse("document.already_attached", { number });
    const { pdfSha256, templateVersion } = args;
    const changes = [
      update("documents", document, { pdfSha256, templateVersion }),
      ...changeProofs(proofs, { pdfSha256 }),
    ];
    return ok(decided("documents", document.id, changes));
  },
});

/** Records and reports are the agency's to void, referral packages the office's; the proof says void from then on. */
export const voidDocument = defineCommand({
  name: "document.void",
  label: DOCUMENT_COMMAND_LABELS["document.void"],
  by: documentRow("document.void").by,
  args: z.object({ documentId: z.uuid(), reason: text(500) }),
  needs: (args) => ({
    document: one("documents", { id: args.documentId }),
    proofs: many("documentProofs", { documentId: args.documentId }),
  }),
  decide: (state, args, { actor }): Result<Decision> => {
    const { document, proofs } = state;
    if (!document) return refuse("not_found");
    const { number } = document;
    const voider = document.kind === "referralPackage" ? "officer" : "agencyLead";
    if (actor.role !== voider) return refuse("document.other_side_voids", { number });
    if (!mayOnDocument("document.void", document.state)) return refuse("document.already_void", { number });
    const order = actor.role === "agencyLead" ? refuseOrderWords(args.reason) : undefined;
    if (order) return order;
    const set = { state: "void" as const, voidReason: args.reason };
    const changes = [update("documents", document, set), ...changeProofs(proofs, { state: "void" })];
    return ok(decided("documents", document.id, changes));
  },
});
