// The first questions of every command on a visit: is it there, is it this expert's, does its status allow the act.
import type { Actor } from "../access/roles.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { VISIT_STATUS_LABELS } from "./labels.ts";
import { mayOnVisit, type VisitCommand } from "./transitions.ts";

/** The visit, if this expert made it and the command may start from its status. */
export function ownVisitFor(
  command: VisitCommand,
  visit: Row<"visits"> | undefined,
  actor: Actor,
): Result<Row<"visits">> {
  if (!visit) return refuse("not_found");
  if (visit.expertMembershipId !== actor.id) return refuse("visit.other_expert", { expert: visit.expertName });
  if (mayOnVisit(command, visit.status)) return ok(visit);
  if (visit.status === "finished") return refuse("visit.already_finished", { enterprise: visit.enterpriseName });
  return refuse("visit.not_finished", { status: VISIT_STATUS_LABELS[visit.status].zh });
}
