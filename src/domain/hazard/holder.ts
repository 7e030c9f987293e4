// Who holds a hazard now: the one whose turn it is. Design §2 "The hazard's table", holder, first match.
import { type Hazard, type Holder, isOpen } from "./statuses.ts";

type Facts = Pick<
  Hazard,
  "status" | "contested" | "voidProposed" | "referralProposed" | "extensionPending" | "severity"
>;

export function holderOf(hazard: Facts): Holder {
  if (!isOpen(hazard)) return "nobody";
  if (hazard.contested || hazard.voidProposed) return "agencyLead";
  if (hazard.referralProposed || hazard.extensionPending || hazard.severity === "suspectedMajor") return "officer";
  switch (hazard.status) {
    case "open":
      return "enterprise";
    case "submitted":
    case "awaitingFinalReinspection":
      return "agency";
    case "referred":
      return "enforcementOfficer";
    case "closed":
    case "voided":
      return "nobody";
    default:
      return hazard.status satisfies never;
  }
}
