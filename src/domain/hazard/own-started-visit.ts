import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";

/** Acts of an expert belong to a visit of his own at that site that is not finished yet. */
export function isOwnStartedVisit(visit: Row<"visits"> | undefined, siteId: string, context: Context): boolean {
  return visit?.status === "started" && visit.siteId === siteId && visit.expertMembershipId === context.actor.id;
}
