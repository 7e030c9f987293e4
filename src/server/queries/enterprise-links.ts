// The access links of one enterprise as the office sees them: for which visit, opened by whom, and whether they still open.
import type { FileLink } from "#api/enterprises.ts";
import { linkState, validUntil } from "#domain/access/access-link.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

const LINKS_SHOWN = 60;

export async function readFileLinks(tx: Transaction, enterpriseId: string, day: LocalDate): Promise<FileLink[]> {
  const links = await tx.db
    .selectFrom("accessLinks")
    .selectAll()
    .where(visible(tx, "accessLinks"))
    .where("enterpriseId", "=", enterpriseId)
    .orderBy("issuedAt", "desc")
    .orderBy("id", "desc")
    .limit(LINKS_SHOWN)
    .execute();
  if (links.length === 0) return [];
  const visits = await tx.db
    .selectFrom("visits")
    .select(["id", "siteId", "inspectedOn"])
    .where(visible(tx, "visits"))
    .where("enterpriseId", "=", enterpriseId)
    .execute();
  const hazards = await tx.db
    .selectFrom("hazards")
    .select(["id", "visitId", "siteId", "foundOn", "status", "contested", "closedOn"])
    .where(visible(tx, "hazards"))
    .where("enterpriseId", "=", enterpriseId)
    .execute();
  const holders = await tx.db
    .selectFrom("accessLinkHolders")
    .select(["linkId", "name", "position"])
    .where(visible(tx, "accessLinkHolders"))
    .where("enterpriseId", "=", enterpriseId)
    .orderBy("introducedAt")
    .execute();
  const visitOf = new Map(visits.map((visit) => [visit.id, visit]));
  return links.flatMap((link) => {
    const visit = visitOf.get(link.visitId);
    if (!visit) return [];
    const names = holders.filter((one) => one.linkId === link.id).map((one) => `${one.name}（${one.position}）`);
    const { id, visitId, label, issuedAt, issuedByName, revokedReason } = link;
    return {
      ...{ id, visitId, label, issuedAt, issuedByName, revokedReason, inspectedOn: visit.inspectedOn },
      passedOn: link.parentId !== null,
      state: linkState(link, visit, hazards, day),
      validUntil: validUntil(link, visit, hazards),
      holders: [...new Set(names)],
    };
  });
}
