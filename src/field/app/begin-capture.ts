// A hazard begun with its photo: the draft is on the phone before its screen opens.
import type { TakenPhoto } from "../photo/take-photo.ts";
import { saveDraft } from "../store/drafts.ts";
import type { FieldDatabase } from "../store/field-database.ts";
import type { VisitRows } from "../store/visit-rows.ts";
import { emptyCapture, likelyPlace } from "./capture-draft.ts";

export async function beginCapture(
  db: FieldDatabase,
  draftId: string,
  rows: Pick<VisitRows, "visit" | "hazards" | "site">,
  photo: TakenPhoto,
): Promise<void> {
  const empty = emptyCapture(rows.visit.id, null, likelyPlace(rows));
  await saveDraft(db, `capture/${draftId}`, { ...empty, photos: [photo], step: "mark" });
}
