// R7's parts of a hazard, as a list of what is missing. Finishing a visit and releasing a report ask the same list.

import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";
import { WHOLE_TEXT } from "../law/reference.ts";

export type HazardPart = "place" | "text" | "advice" | "standard" | "photo" | "citation";

export const HAZARD_PART_LABELS: Readonly<Record<HazardPart, Label>> = {
  place: { zh: "缺部位", en: "place missing" },
  text: { zh: "缺情况说明", en: "text missing" },
  advice: { zh: "缺治理建议", en: "advice missing" },
  standard: { zh: "缺应达到的标准", en: "standard missing" },
  photo: { zh: "缺照片，也没有写明不拍的原因", en: "no photo and no reason for none" },
  citation: { zh: "缺当日有效的依据条款", en: "no clause in force that day" },
};

export interface HazardRows {
  readonly hazard: Row<"hazards">;
  readonly citations: readonly Row<"hazardCitations">[];
  readonly photos: readonly Row<"photoSlots">[];
}

/** A hazard with the citations and the photos of its finding among the rows of its visit. */
export function rowsOfHazard(
  hazard: Row<"hazards">,
  citations: readonly Row<"hazardCitations">[],
  photos: readonly Row<"photoSlots">[],
): HazardRows {
  return {
    hazard,
    citations: citations.filter((row) => row.hazardId === hazard.id).toSorted((a, b) => a.position - b.position),
    photos: photos.filter((row) => row.hazardId === hazard.id && isOfFinding(row)).toSorted(byTime),
  };
}

function isOfFinding(photo: Row<"photoSlots">): boolean {
  return photo.purpose === "hazard" || photo.purpose === "fixedOnSite";
}

function byTime(a: Row<"photoSlots">, b: Row<"photoSlots">): number {
  return a.takenAt.localeCompare(b.takenAt) || a.id.localeCompare(b.id);
}

/** In force that day, a clause and not a whole document, and no penalty: the only citation that satisfies R7. */
function isBasis({ state, nature, article }: Row<"hazardCitations">): boolean {
  return state === "inForce" && nature !== "penalty" && article !== WHOLE_TEXT;
}

/** Lost and confirmed by the agency's lead: printed as lost instead of the picture. */
export function isLostForGood(photo: Row<"photoSlots">): boolean {
  return photo.state === "declaredLost" && photo.lostConfirmedByName !== null;
}

const PARTS: readonly { readonly part: HazardPart; readonly isThere: (rows: HazardRows) => boolean }[] = [
  { part: "place", isThere: ({ hazard }) => hazard.place.trim() !== "" },
  { part: "text", isThere: ({ hazard }) => hazard.description.trim() !== "" },
  { part: "advice", isThere: ({ hazard }) => hazard.advice.trim() !== "" },
  { part: "standard", isThere: ({ hazard }) => hazard.standard.trim() !== "" },
  {
    part: "photo",
    isThere: ({ hazard, photos }) =>
      hazard.noPhotoReason !== null || photos.some((photo) => photo.purpose === "hazard"),
  },
  { part: "citation", isThere: ({ citations }) => citations.some(isBasis) },
];

/** The parts of R7 this hazard lacks. A photo counts as soon as it is named; its bytes are asked for at release. */
export function missingParts(rows: HazardRows): readonly HazardPart[] {
  return PARTS.filter(({ isThere }) => !isThere(rows)).map(({ part }) => part);
}

/** Photos whose bytes must still arrive: on a phone, or declared lost and not confirmed. */
export function awaitedPhotos(rows: HazardRows): readonly Row<"photoSlots">[] {
  return rows.photos.filter((photo) => photo.state !== "stored" && !isLostForGood(photo));
}
