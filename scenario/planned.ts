// The plan as the experts' phones see it: each expert's own inspections with their days.
import type { Phone } from "./phone.ts";
import type { PlannedInspection } from "./world.ts";

/** The owed inspections of an expert that this phone carries, of all periods. */
export function plannedOn(phone: Phone): readonly PlannedInspection[] {
  return phone.rows.all("tasks").flatMap((task) => {
    const { plannedOn: day, expertMembershipId, officerMembershipId } = task;
    if (task.kind !== "inspection" || task.state !== "owed" || !day) return [];
    if (expertMembershipId !== phone.expert.membershipId) return [];
    const { id: taskId, code, enterpriseId, periodNo, periodEndsOn } = task;
    const people = { expertId: expertMembershipId, officerId: officerMembershipId ?? "" };
    return [{ taskId, code, enterpriseId, periodNo, periodEndsOn, plannedOn: day, ...people }];
  });
}
