// What the end of a visit gathers before it is handed over: who was there for the enterprise, the signatures over the
// very data on the screen, or a recorded refusal. Pure.
import { v7 as uuidv7 } from "uuid";
import type { Instant } from "#domain/calendar/local-date.ts";
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import type { OnSiteRecord } from "#domain/documents/on-site-record.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { ok, type Result } from "#domain/kernel/result.ts";
import type { Library } from "#domain/law/library.ts";
import { type RegistryWords, registryWordsOf } from "#domain/visit/form-facts.ts";
import { type NamesAsSigned, namesAsSignedSchema, namesNow } from "#domain/visit/names-as-signed.ts";
import { onSiteRecordData } from "#domain/visit/on-site-record-data.ts";
import { serveOnSiteRecord } from "#domain/visit/serve-on-site-record.ts";
import { signersOf } from "#domain/visit/signatures.ts";
import type { PlaceFix } from "../../photo/place-fix.ts";
import type { TakenPhoto } from "../../photo/take-photo.ts";
import type { VisitRows } from "../../store/visit-rows.ts";

export type Signer = Row<"signatures">["signer"];

export interface Drawn {
  readonly signatureId: string;
  readonly name: string;
  readonly drawing: Blob;
  readonly signedAt: Instant;
  /** Of the data that was on the screen; another digest later means it was signed for something else. */
  readonly digest: string;
}

export interface Refusal {
  readonly signatureId: string;
  readonly reason: string;
  readonly photo: TakenPhoto | null;
  readonly refusedAt: Instant;
  readonly digest: string;
}

export interface FinishDraft {
  readonly documentId: string;
  readonly person: string;
  readonly role: string;
  readonly remarks: string;
  /** Fixed by the first signature, since it is part of what is signed. */
  readonly departedAt: Instant;
  /** Where that was, asked for once; null where the phone or the person gives no place. */
  readonly departedFrom?: PlaceFix | null;
  readonly signed: Partial<Readonly<Record<Signer, Drawn>>>;
  readonly refusal: Refusal | null;
}

export function emptyFinish(visit: Row<"visits">, principal: string | null, now: Instant): FinishDraft {
  return {
    documentId: uuidv7(),
    person: visit.enterprisePerson ?? "",
    role: visit.enterprisePersonRole ?? (principal ? "主要负责人" : ""),
    remarks: "",
    departedAt: visit.departedAt ?? now,
    signed: {},
    refusal: null,
  };
}

export interface Prepared {
  readonly data: OnSiteRecord;
  readonly digest: string;
  readonly registry: RegistryWords;
  readonly names: NamesAsSigned;
  readonly sequence: number;
  /** The moment of leaving that is part of the data. */
  readonly departedAt: Instant;
}

/**
 * What is to be signed now: as it stood at the first signature while that still holds, else with this moment as the end
 * of the visit.
 */
export function recordToSign(rows: VisitRows, draft: FinishDraft, library: Library, now: Instant): Result<Prepared> {
  const kept = prepareRecord(rows, draft, library, now);
  if (!kept.ok || rows.visit.status === "finished") return kept;
  const { digest } = kept.value;
  const signed = Object.values(draft.signed).some((one) => one.digest === digest) || draft.refusal?.digest === digest;
  return signed ? kept : prepareRecord(rows, { ...draft, departedAt: now }, library, now);
}

/** The record as it will be once the visit is finished: the same rows and rules as the server's. */
function prepareRecord(rows: VisitRows, draft: FinishDraft, library: Library, servedAt: Instant): Result<Prepared> {
  const { arrivedAt } = rows.visit;
  // A clock put back meanwhile lets nobody leave before he came.
  const departedAt = [draft.departedAt, arrivedAt].toSorted().at(-1) ?? arrivedAt;
  const visit = {
    ...rows.visit,
    departedAt,
    enterprisePerson: draft.person.trim() || null,
    enterprisePersonRole: draft.role.trim() || null,
  };
  const sequence = rows.documents.filter((one) => one.kind === "onSiteRecord").length + 1;
  const registry = serveOnSiteRecord.args.shape.registry.parse(registryWordsOf(rows)) ?? registryWordsOf(rows);
  const names = namesAsSignedSchema.parse(namesNow({ ...rows, visit }, library));
  const photos = rows.photos.filter((photo) => photo.visitId === visit.id);
  const remarks = draft.remarks.trim() || null;
  const data = onSiteRecordData({ ...rows, visit, photos }, { sequence, servedAt, library, registry, names, remarks });
  if (!data.ok) return data;
  return ok({ data: data.value, digest: canonicalDigest(data.value), registry, names, sequence, departedAt });
}

/** Who has still to sign, and who signed something that has changed since. */
export function signaturesLeft(
  visit: Row<"visits">,
  draft: FinishDraft,
  digest: string | undefined,
): { readonly missing: readonly Signer[]; readonly stale: readonly Signer[] } {
  const refused = (signer: Signer) => signer === "enterprise" && draft.refusal !== null;
  const isOpen = (signer: Signer) => digest === undefined || draft.signed[signer]?.digest !== digest;
  const open = signersOf(visit).filter((signer) => !refused(signer) && isOpen(signer));
  if (digest === undefined) return { missing: open, stale: [] };
  return { missing: open, stale: open.filter((signer) => draft.signed[signer] !== undefined) };
}
