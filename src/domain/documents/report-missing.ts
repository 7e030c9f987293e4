// What a report lacks before it can be released: R7's parts of every hazard, the bytes of their photos, and a served
// record. The screen lists it; `report.release` refuses as long as the list is not empty.
import { clockOf, dayOf, spokenDay } from "../calendar/local-date.ts";
import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";
import { standingOf } from "../visit/form-facts.ts";
import {
  awaitedPhotos,
  HAZARD_PART_LABELS,
  type HazardPart,
  type HazardRows,
  missingParts,
  rowsOfHazard,
} from "../visit/hazard-parts.ts";
import { type ReportRows, servedRecordOf } from "./report-data.ts";

export interface MissingForRelease {
  readonly code: `hazard.${HazardPart}` | "photoAwaited" | "photoLossUnconfirmed" | "onSiteRecord";
  /** The hazard's or the photo slot's id; null for the visit. */
  readonly subject: string | null;
  readonly label: Label;
}

export function missingBeforeRelease(rows: ReportRows): readonly MissingForRelease[] {
  const hazards = standingOf(rows.hazards, rows.visit.id);
  const listed = hazards.flatMap((hazard) => missingOf(rowsOfHazard(hazard, rows.citations, rows.photos)));
  if (servedRecordOf(rows.documents)) return listed;
  const label = { zh: "现场检查记录还没签字送达", en: "the on-site record is not served" };
  return [...listed, { code: "onSiteRecord", subject: null, label }];
}

function missingOf(rows: HazardRows): readonly MissingForRelease[] {
  const name = rows.hazard.place.trim() || rows.hazard.number;
  const parts = missingParts(rows).map((part): MissingForRelease => {
    const { zh, en } = HAZARD_PART_LABELS[part];
    return { code: `hazard.${part}`, subject: rows.hazard.id, label: { zh: `${name}：${zh}`, en: `${name}: ${en}` } };
  });
  return [...parts, ...awaitedPhotos(rows).map((photo) => awaited(name, photo))];
}

function awaited(name: string, photo: Row<"photoSlots">): MissingForRelease {
  const taken = `${spokenDay(dayOf(photo.takenAt))}${clockOf(photo.takenAt)}`;
  if (photo.state === "declaredLost") {
    const label = {
      zh: `${name}：${taken}拍的照片已报遗失，等机构负责人确认`,
      en: `${name}: loss of the photo of ${photo.takenAt} is not confirmed`,
    };
    return { code: "photoLossUnconfirmed", subject: photo.id, label };
  }
  const label = {
    zh: `${name}：${taken}拍的照片还在手机上`,
    en: `${name}: the photo of ${photo.takenAt} is still on a phone`,
  };
  return { code: "photoAwaited", subject: photo.id, label };
}
