// Who may be planned for an inspection: an expert of an agency, and someone of the subdistrict who accompanies (R8).
import type { Role } from "../access/roles.ts";
import type { Memberships } from "../rows.generated.ts";

const accompanying: ReadonlySet<Role> = new Set<Role>(["officer", "officeLead", "memberUnit", "communityOfficer"]);

export function isVisitingExpert(member: Memberships | undefined): boolean {
  return member?.role === "expert";
}

export function isVisitingOfficer(member: Memberships | undefined): boolean {
  return member !== undefined && accompanying.has(member.role);
}
