// Where a hazard stands, and the closed lists of words that hang beside its status. Design §2, the hazard's table.
import type { Row } from "../kernel/entities.ts";

export type Hazard = Row<"hazards">;
export type HazardStatus = Hazard["status"];
export type Severity = Hazard["severity"];
export type Holder = Hazard["holder"];
export type NoPhotoReason = NonNullable<Hazard["noPhotoReason"]>;

export const hazardStatuses = [
  "open",
  "submitted",
  "referred",
  "awaitingFinalReinspection",
  "closed",
  "voided",
] as const satisfies readonly HazardStatus[];

export const severities = ["general", "suspectedMajor", "major"] as const satisfies readonly Severity[];

export const holders = [
  "enterprise",
  "agency",
  "agencyLead",
  "officer",
  "enforcementOfficer",
  "nobody",
] as const satisfies readonly Holder[];

/** R7: the listed reasons for a hazard without a photo. They are printed and counted. */
export const noPhotoReasons = [
  "documentsAbsent",
  "photographyForbidden",
  "danger",
] as const satisfies readonly NoPhotoReason[];

/** Everything but voided: a voided hazard was never one. */
export const standing = hazardStatuses.filter((status) => status !== "voided");

/** Counted open: neither closed nor voided, or closed with its closing in dispute. */
export function isOpen(hazard: Pick<Hazard, "status" | "contested">): boolean {
  if (hazard.status === "voided") return false;
  return hazard.contested || hazard.status !== "closed";
}
