// What the register's address says, and who is shown the list in scope.
import { listEnterprises } from "#api/enterprises.ts";
import { type Role, roleScope } from "#domain/access/roles.ts";
import { useListQuery } from "../../lists/use-list-query.ts";

const schema = listEnterprises.query;

export type RegistryQuery = ReturnType<typeof useRegistryQuery>;

export function useRegistryQuery() {
  if (!schema) throw new Error("the register has no query");
  return useListQuery(schema);
}

/** The filter and order without the page, as a saved view keeps it. */
export function viewQuery(search: URLSearchParams): string {
  const kept = new URLSearchParams(search);
  kept.delete("page");
  kept.sort();
  return kept.toString();
}

/** Whether scope decisions are shown to this role at all. */
export function seesScope(role: Role): boolean {
  return roleScope[role] === "office";
}
