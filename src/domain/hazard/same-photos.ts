// A proof that shows what was shown before: the same file, or a picture so alike that a person should look. It proves nothing
// alone, refuses nothing, and is only ever a warning with both pictures.

import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";

type Slot = Pick<Row<"photoSlots">, "id" | "hazardId" | "purpose" | "sha256" | "originalSha256">;

export const proofPurposes = [
  "rectification",
  "reinspection",
  "fixedOnSite",
] as const satisfies readonly Row<"photoSlots">["purpose"][];

/** 'before': the hazard's own first photo; 'sameEnterprise': another hazard there; 'elsewhere': another enterprise. */
export const alikeWheres = ["before", "sameEnterprise", "elsewhere"] as const;
export type AlikeWhere = (typeof alikeWheres)[number];

export function sayAlike(where: AlikeWhere, isExact: boolean): Label {
  const how = isExact ? { zh: "是同一张", en: "is the same file as" } : { zh: "很像", en: "looks much like" };
  switch (where) {
    case "before":
      return { zh: `交来的照片和整改前的那张${how.zh}`, en: `The proof ${how.en} the photo from before` };
    case "sameEnterprise":
      return {
        zh: `交来的照片和这家企业另一条隐患的照片${how.zh}`,
        en: `The proof ${how.en} one of another hazard there`,
      };
    case "elsewhere":
      return { zh: `交来的照片和另一家企业的照片${how.zh}`, en: `The proof ${how.en} one of another enterprise` };
    default:
      return where satisfies never;
  }
}

/** Pairs of the very same file among the photos at hand: a proof of the hazard and what it repeats. */
export function sameFiles<S extends Slot>(hazardId: string, slots: readonly S[]): readonly { proof: S; other: S }[] {
  const proofs = slots.filter(
    (slot) => slot.hazardId === hazardId && proofPurposes.some((one) => one === slot.purpose),
  );
  return proofs.flatMap((proof) => {
    const other = slots.find(
      (one) =>
        one.id !== proof.id &&
        one.purpose !== "signature" &&
        (one.hazardId !== hazardId || one.purpose === "hazard") &&
        (one.sha256 === proof.sha256 || (proof.originalSha256 !== null && one.originalSha256 === proof.originalSha256)),
    );
    return other ? [{ proof, other }] : [];
  });
}
