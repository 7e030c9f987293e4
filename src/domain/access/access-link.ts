// How long an access link opens its page: until its hazards are closed and 30 days more, or until it is revoked.
import { z } from "zod";
import { addDays, dayOf, type LocalDate } from "../calendar/local-date.ts";
import { isOpen } from "../hazard/statuses.ts";
import type { Row } from "../kernel/entities.ts";

export const linkStates = ["valid", "revoked", "expired"] as const;
export type LinkState = (typeof linkStates)[number];

const DAYS_AFTER_CLOSING = 30;
const hazardIdsSchema = z.array(z.string());

type Link = Pick<Row<"accessLinks">, "hazardIds" | "issuedAt" | "revokedAt">;
type LinkVisit = Pick<Row<"visits">, "id" | "siteId" | "inspectedOn">;
type LinkedHazard = Pick<Row<"hazards">, "id" | "visitId" | "siteId" | "foundOn" | "status" | "contested" | "closedOn">;

/** The hazards a link is cut down to; null is all of its visit. */
export function chosenHazardIds(link: Pick<Link, "hazardIds">): readonly string[] | null {
  return link.hazardIds === null ? null : hazardIdsSchema.parse(JSON.parse(link.hazardIds));
}

/** Found on the visit, or carried into it: found at the site on an earlier day and still open on the visit's. */
export function isOfVisit(visit: LinkVisit, hazard: LinkedHazard): boolean {
  if (hazard.visitId === visit.id) return true;
  if (hazard.siteId !== visit.siteId || hazard.foundOn >= visit.inspectedOn || hazard.status === "voided") return false;
  return hazard.closedOn === null || hazard.closedOn >= visit.inspectedOn || hazard.contested;
}

/** The hazards a link of this visit opens, out of any rows. */
export function hazardsOfLink<H extends LinkedHazard>(
  link: Link,
  visit: LinkVisit,
  hazards: readonly H[],
): readonly H[] {
  const chosen = chosenHazardIds(link);
  return hazards.filter((hazard) => isOfVisit(visit, hazard) && (chosen === null || chosen.includes(hazard.id)));
}

/** The last day it opens; null while a hazard of it is open. Without any hazard it counts from its issue. */
export function validUntil(link: Link, visit: LinkVisit, hazards: readonly LinkedHazard[]): LocalDate | null {
  const own = hazardsOfLink(link, visit, hazards);
  if (own.some(isOpen)) return null;
  const last = own.reduce(
    (day, { closedOn }) => (closedOn !== null && closedOn > day ? closedOn : day),
    dayOf(link.issuedAt),
  );
  return addDays(last, DAYS_AFTER_CLOSING);
}

export function linkState(link: Link, visit: LinkVisit, hazards: readonly LinkedHazard[], day: LocalDate): LinkState {
  if (link.revokedAt !== null) return "revoked";
  const until = validUntil(link, visit, hazards);
  return until === null || day <= until ? "valid" : "expired";
}
