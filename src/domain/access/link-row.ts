// A new access link: bound to site and visit, its secret kept as a hash only.
import { z } from "zod";
import { type Change, insert } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";

/** SHA-256 of the 128-bit secret, lower-case hex; the secret itself never reaches a command. */
const secretHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const newLinkSchema = z.object({ linkId: z.uuid(), secretHash: secretHashSchema });

/** A link to everything its visit found. */
export function visitLink(visit: Row<"visits">, link: z.output<typeof newLinkSchema>, context: Context): Change {
  return insert("accessLinks", {
    ...wallColumnsOf(visit),
    id: link.linkId,
    secretHash: link.secretHash,
    parentId: null,
    visitId: visit.id,
    siteId: visit.siteId,
    hazardIds: null,
    label: null,
    issuedAt: context.occurredAt,
    issuedByName: context.actor.name,
    revokedAt: null,
    revokedReason: null,
  });
}
