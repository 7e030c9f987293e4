// What an access link opens: the hazards of its visit, and those carried into it, which are the earlier ones of that site
// still open on the visit's day. A child link opens its chosen ones of these. Row security bounds the enterprise.
import { chosenHazardIds, isOfVisit, type LinkState, linkState } from "#domain/access/access-link.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { Transaction } from "../db/transaction.ts";

export interface LinkReach {
  readonly state: LinkState;
  readonly visit: Row<"visits">;
  readonly hazards: readonly Row<"hazards">[];
}

/** Everything behind a link on a day; nothing unless it is valid. */
export async function reachOfLink(
  tx: Transaction,
  link: Row<"accessLinks">,
  today: LocalDate,
): Promise<LinkReach | undefined> {
  const visit = await tx.db.selectFrom("visits").selectAll().where("id", "=", link.visitId).executeTakeFirst();
  if (!visit) return undefined;
  const all = await hazardsOfVisit(tx, visit);
  const state = linkState(link, visit, all, today);
  if (state !== "valid") return { state, visit, hazards: [] };
  const chosen = chosenHazardIds(link);
  return { state, visit, hazards: chosen === null ? all : all.filter((hazard) => chosen.includes(hazard.id)) };
}

/** Found on this visit or carried into it, in the order of finding. */
export async function hazardsOfVisit({ db }: Transaction, visit: Row<"visits">): Promise<Row<"hazards">[]> {
  const atSite = await db
    .selectFrom("hazards")
    .selectAll()
    .where("siteId", "=", visit.siteId)
    .orderBy("foundOn")
    .orderBy("number")
    .execute();
  return atSite.filter((hazard) => isOfVisit(visit, hazard));
}
