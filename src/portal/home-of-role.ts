// Where a person works: the first page after signing in.
import type { Role } from "#domain/access/roles.ts";

export function homeOf(role: Role): string {
  switch (role) {
    case "communityOfficer":
      return "/community";
    case "enterprisePrincipal":
    case "enterpriseStaff":
      return "/enterprise";
    case "expert":
      return "/field/";
    default:
      return "/console/";
  }
}
