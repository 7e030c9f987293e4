// A membership in words, for choosing one; and everyone of the demonstration's story, by the side they stand on.
import { type Role, roleLabels } from "#domain/access/roles.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { membershipsOf } from "./sessions.ts";

export interface MembershipWords {
  readonly tenantId: string;
  readonly accountId: string;
  readonly membershipId: string;
  readonly role: Role;
  readonly name: string;
  readonly roleLabel: string;
  readonly tenantName: string;
  /** Agency, community, enterprise or title; null where it is the whole tenant. */
  readonly scopeName: string | null;
}

const SIDES: readonly { readonly title: string; readonly roles: readonly Role[] }[] = [
  { title: "街道", roles: ["officeLead", "officer", "memberUnit", "leader"] },
  { title: "机构", roles: ["expert", "agencyLead", "agencyReviewer"] },
  { title: "村社区", roles: ["communityOfficer"] },
  { title: "企业", roles: ["enterprisePrincipal", "enterpriseStaff"] },
  { title: "执法与上级", roles: ["enforcementOfficer", "observer"] },
  { title: "管理与审计", roles: ["tenantAdmin", "platformAdmin", "lawEditor", "auditor"] },
];

/** Used only where the server is a demonstration. */
export async function storyGroups(services: Services): Promise<{ title: string; people: MembershipWords[] }[]> {
  const people = await everyone(services);
  const groups = SIDES.map(({ title, roles }) => ({
    title,
    people: roles.flatMap((role) => people.filter((person) => person.role === role)),
  }));
  return groups.filter((group) => group.people.length > 0);
}

async function everyone(services: Services): Promise<MembershipWords[]> {
  const accounts = await services.database.global
    .selectFrom("accounts")
    .select("id")
    .where("state", "=", "active")
    .orderBy("createdAt")
    .execute();
  const found: MembershipWords[] = [];
  for (const account of accounts) {
    for (const membership of await membershipsOf(services.database, account.id, services.clock.now())) {
      found.push(await wordsOfMembership(services, membership));
    }
  }
  return found;
}

export async function wordsOfMembership(services: Services, membership: Row<"memberships">): Promise<MembershipWords> {
  const { tenantId, id: membershipId, accountId, role, displayName: name } = membership;
  const tenants = services.database.global.selectFrom("tenants").select("name");
  const tenantName = (await tenants.where("id", "=", tenantId).executeTakeFirst())?.name ?? "";
  const scopeName = membership.title ?? (await nameOfScope(services, membership));
  return { tenantId, membershipId, accountId, role, name, roleLabel: roleLabels[role].zh, tenantName, scopeName };
}

async function nameOfScope(
  services: Services,
  { tenantId, scopeKind, scopeId }: Row<"memberships">,
): Promise<string | null> {
  if (!scopeId) return null;
  const named = await asActor(
    services.database,
    tenantId,
    systemActor("story"),
    ({ db }) => {
      if (scopeKind === "community")
        return db.selectFrom("communities").select("name").where("id", "=", scopeId).executeTakeFirst();
      if (scopeKind === "enterprise")
        return db.selectFrom("enterprises").select("name").where("id", "=", scopeId).executeTakeFirst();
      return db.selectFrom("agencies").select("name").where("id", "=", scopeId).executeTakeFirst();
    },
    { readOnly: true },
  );
  return named?.name ?? null;
}
