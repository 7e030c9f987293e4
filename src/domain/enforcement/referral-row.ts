// The row of a referral that has just come about.
import { type Change, insert } from "../kernel/change.ts";
import { type WallColumns, wallColumnsOf } from "../kernel/wall-columns.ts";
import type { Referral } from "./statuses.ts";

type Given = Pick<Referral, "id" | "state" | "ground" | "reason" | "proposedByName" | "proposedAt" | "caseNumber"> &
  Partial<Pick<Referral, "refusedWhat" | "refusedBy" | "refusedWords" | "delegatedItemId" | "delegatedWords">>;

export function newReferral(hazard: WallColumns & { readonly id: string }, given: Given): Change {
  return insert("referrals", {
    ...wallColumnsOf(hazard),
    refusedWhat: null,
    refusedBy: null,
    refusedWords: null,
    delegatedItemId: null,
    delegatedWords: null,
    ...given,
    hazardId: hazard.id,
    decidedByName: null,
    decidedAt: null,
    decisionReason: null,
    receivedByName: null,
    receivedAt: null,
    returnedReason: null,
    resultKind: null,
    resultDocumentNumber: null,
    resultOn: null,
    resultOfficers: null,
    resultNote: null,
    concludedAt: null,
  });
}
