// Hands the visit over: finish and service in one transaction, signatures and refusal with their pictures.

import { signersOf } from "#domain/visit/signatures.ts";
import { useField } from "../../app/field-context.ts";
import { shortName } from "../../app/short-name.ts";
import { clearTray, discardsOf, readTray } from "../../app/tray.ts";
import { useIssue } from "../../app/use-issue.ts";
import { type ReadyPhoto, readyDrawing, readyPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { CommandToIssue } from "../../store/issue-commands.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import { keepSecret, linkArgs, makeSecret } from "./access-secret.ts";
import type { FinishDraft, Prepared, Signer } from "./finish-draft.ts";

interface SignatureToSend {
  readonly args: object;
  readonly photo: ReadyPhoto | undefined;
}

export function useServe(scope: string, rows: VisitRows) {
  const { db } = useField();
  const { issue, problem, busy } = useIssue(scope);
  async function serve(draft: FinishDraft, prepared: Prepared): Promise<boolean> {
    const { visit } = rows;
    const signatures: SignatureToSend[] = [];
    for (const signer of signersOf(visit)) {
      const made = await signatureOf(signer, draft, rows);
      if (made) signatures.push(made);
    }
    const secret = makeSecret();
    await keepSecret(db, visit.id, secret);
    const args = {
      documentId: draft.documentId,
      visitId: visit.id,
      sequence: prepared.sequence,
      digest: prepared.digest,
      remarks: draft.remarks || null,
      registry: prepared.registry,
      names: prepared.names,
      signatures: signatures.map((one) => one.args),
      accessLink: linkArgs(secret),
    };
    const common = { visitId: visit.id, enterprise: shortName(visit.enterpriseName) };
    const record: CommandToIssue = {
      ...common,
      name: "onSiteRecord.serve",
      about: "检查记录与签字",
      args,
      photos: signatures.flatMap((one) => one.photo?.sends ?? []),
    };
    const discarded = discardsOf(await readTray(db, visit.id));
    const done = await issue([...finishOf(rows, draft, common, discarded), record]);
    if (done) await clearTray(db, visit.id);
    return done;
  }
  return { serve, problem, busy };
}

function finishOf(
  { visit }: VisitRows,
  draft: FinishDraft,
  common: Pick<CommandToIssue, "visitId" | "enterprise">,
  discarded: ReturnType<typeof discardsOf>,
): readonly CommandToIssue[] {
  if (visit.status === "finished") return [];
  const enterprisePerson = { name: draft.person, role: draft.role };
  const args = {
    visitId: visit.id,
    departedAt: draft.departedAt,
    ...(draft.departedFrom ? { departedFrom: draft.departedFrom } : {}),
    enterprisePerson,
    ...(discarded ? { discarded } : {}),
  };
  return [{ ...common, name: "visit.finish", about: "收尾", args }];
}

async function signatureOf(
  signer: Signer,
  draft: FinishDraft,
  { visit }: VisitRows,
): Promise<SignatureToSend | undefined> {
  const { refusal } = draft;
  if (signer === "enterprise" && refusal) {
    const lines = refusal.photo ? watermarkOf(refusal.photo, shortName(visit.enterpriseName), visit.expertName) : [];
    const photo = refusal.photo ? await readyPhoto(refusal.photo, lines) : undefined;
    const { signatureId, reason: refusalReason, refusedAt: signedAt } = refusal;
    const args = { signatureId, signer, name: draft.person, refused: true, refusalReason, signedAt };
    return { args: { ...args, photo: photo?.args ?? null }, photo };
  }
  const drawn = draft.signed[signer];
  if (!drawn) return undefined;
  const photo = await readyDrawing(drawn.drawing, drawn.signedAt);
  const { signatureId, name, signedAt } = drawn;
  return {
    args: { signatureId, signer, name, refused: false, refusalReason: null, photo: photo.args, signedAt },
    photo,
  };
}
