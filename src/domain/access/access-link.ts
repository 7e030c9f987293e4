// How long an access link opens its page: until its hazards are closed and 30 days more, or until it is revoked.
import { z } from "zod";
import { addDays, dayOf, type LocalDate } from "../calendar/local-date.ts";
import { isOpen } from "../hazard/statuses.ts";
import type { Row } from "../kernel/entities.ts";

export const linkStates = ["valid", "revoked", "expired"] as const;
export type LinkState = (typeof linkStates)[number];

const DAYS_AFTER_CLOSING = 30;
const hazardIdsSchema = z.array(z.string());

type Link = Pick<Row<"accessLinks">, "hazardIds" | "issuedAt" | "revokedAt" | "visitId">;
type LinkedHazard = Pick<Row<"hazards">, "id" | "visitId" | "status" | "contested" | "closedOn">;

/** The hazards a link is cut down to; null is all of its visit. */
export function chosenHazardIds(link: Pick<Link, "hazardIds">): readonly string[] | null {
  return link.hazardIds === null ? null : hazardIdsSchema.parse(JSON.parse(link.hazardIds));
}

/** The hazards a link opens, out of any rows. */
export function hazardsOfLink<H extends LinkedHazard>(link: Link, hazards: readonly H[]): readonly H[] {
  const chosen = chosenHazardIds(link);
  return hazards.filter((hazard) => hazard.visitId === link.visitId && (chosen === null || chosen.includes(hazard.id)));
}

/** The last day it opens; null while a hazard of it is open. Without any hazard it counts from its issue. */
export function validUntil(link: Link, hazards: readonly LinkedHazard[]): LocalDate | null {
  const own = hazardsOfLink(link, hazards);
  if (own.some(isOpen)) return null;
  const last = own.reduce(
    (day, { closedOn }) => (closedOn !== null && closedOn > day ? closedOn : day),
    dayOf(link.issuedAt),
  );
  return addDays(last, DAYS_AFTER_CLOSING);
}

export function linkState(link: Link, hazards: readonly LinkedHazard[], day: LocalDate): LinkState {
  if (link.revokedAt !== null) return "revoked";
  const until = validUntil(link, hazards);
  return until === null || day <= until ? "valid" : "expired";
}
