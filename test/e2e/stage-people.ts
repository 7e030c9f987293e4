// Whom and what every stage has: a subdistrict with its communities and scheme, an agency, and a person of each role.
import { v7 as uuidv7 } from "uuid";
import { platformTenantId } from "#domain/access/roles.ts";
import { defaultScheme } from "#domain/contract/scheme-parts.ts";
import type { GrantedRole } from "#domain/organization/membership-scope.ts";
import { createAccount, createTenant, grantMembership } from "#server/access/bootstrap.ts";
import { mustIssue } from "#server/commands/issue.ts";
import type { Services } from "#server/server-parts.ts";
import { inventedCommunities } from "../../src/cli/invented-enterprises.ts";
import type { Stage, StagePerson } from "./stage-process.ts";

const PASSWORD = "演示口令-只在测试里";

export async function furnish(services: Services): Promise<Omit<Stage, "url">> {
  const tenantId = await createTenant(services, "青岚街道（演示）", "330109901");
  const [agencyId, communityId, schemeId] = [uuidv7(), uuidv7(), uuidv7()];
  const today = services.clock.now().slice(0, 10);
  const serviceYear = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
  const act = (tenant: string, name: string, args: unknown) =>
    mustIssue(services.writePath, "stage", tenant, name, args);
  await act(platformTenantId, "agency.create", { agencyId, name: "安环技术服务有限公司（演示）" });
  await act(tenantId, "agency.engage", { agencyId, validFrom: `${serviceYear}-04-01` });
  // All but the last of the invented list's, so that an import has one to register.
  for (const [index, name] of inventedCommunities.slice(0, -1).entries())
    await act(tenantId, "community.register", {
      communityId: index === 0 ? communityId : uuidv7(),
      name,
      kind: name.endsWith("村") ? "village" : "residentialCommunity",
    });
  await act(tenantId, "scheme.set", { schemeId, ...defaultScheme(serviceYear) });
  const people = await gatherPeople(services, { tenantId, agencyId, communityId });
  return { tenantId, agencyId, communityId, schemeId, serviceYear, people };
}

async function gatherPeople(
  services: Services,
  { tenantId, agencyId, communityId }: Pick<Stage, "tenantId" | "agencyId" | "communityId">,
): Promise<Stage["people"]> {
  const person = async (
    role: GrantedRole,
    login: string,
    displayName: string,
    scopeId?: string,
    tenant = tenantId,
  ): Promise<StagePerson> => {
    const accountId = await createAccount(services, { login, displayName, password: PASSWORD });
    const grant = { accountId, role, displayName, ...(scopeId ? { scopeId } : {}) };
    const membershipId = await grantMembership(services, tenant, grant);
    return { login, password: PASSWORD, displayName, membershipId, accountId };
  };
  return {
    officer: await person("officer", "officer", "陆科员（演示）"),
    officeLead: await person("officeLead", "office-lead", "沈主任（演示）"),
    agencyLead: await person("agencyLead", "agency-lead", "钱经理（演示）", agencyId),
    reviewer: await person("agencyReviewer", "reviewer", "孙审核（演示）", agencyId),
    expert: await person("expert", "expert", "周工（演示）", agencyId),
    community: await person("communityOfficer", "community", "吴联络（演示）", communityId),
    enforcement: await person("enforcementOfficer", "enforcement", "韩队（演示）"),
    admin: await person("tenantAdmin", "admin", "管理员（演示）"),
    lawEditor: await person("lawEditor", "law-editor", "严编辑（演示）", undefined, platformTenantId),
  };
}
