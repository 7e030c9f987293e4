// A process of its own for browser journeys: a fresh instance with its people and nothing else, on a free loopback port.
// Prints one JSON line when it is ready and lives until it is ended.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { platformTenantId } from "#domain/access/roles.ts";
import { defaultScheme } from "#domain/contract/scheme-parts.ts";
import type { GrantedRole } from "#domain/organization/membership-scope.ts";
import { createAccount, createTenant, grantMembership } from "#server/access/bootstrap.ts";
import { systemClock } from "#server/clock.ts";
import { mustIssue } from "#server/commands/issue.ts";
import { findFreePort } from "#server/db/embedded/credentials.ts";
import { openInstance } from "#server/instance.ts";
import { startWork } from "#server/main.ts";
import { inventedCommunities } from "../../src/cli/invented-enterprises.ts";

const PASSWORD = "演示口令-只在测试里";
const dataDir = await mkdtemp(join(tmpdir(), "bihuan-e2e-"));
const port = await findFreePort();
const instance = await openInstance({
  dataDir,
  publicUrl: `http://127.0.0.1:${port}`,
  clock: systemClock,
  app: { requestsPerMinute: 1_000_000 },
});
const { services } = instance;
await instance.app.listen({ port, host: "127.0.0.1" });
const stopWork = startWork(instance);

const tenantId = await createTenant(services, "青岚街道（演示）", "330109901");
const agencyId = uuidv7();
const communityId = uuidv7();
const today = new Date().toISOString().slice(0, 10);
const serviceYear = Number(today.slice(0, 4)) - (today.slice(5) < "04-01" ? 1 : 0);
const schemeId = uuidv7();
await mustIssue(services.writePath, "stage", platformTenantId, "agency.create", {
  agencyId,
  name: "安环技术服务有限公司（演示）",
});
await mustIssue(services.writePath, "stage", tenantId, "agency.engage", {
  agencyId,
  validFrom: `${serviceYear}-04-01`,
});
// All but the last of the invented list's, so that an import has one to register.
for (const [index, name] of inventedCommunities.slice(0, -1).entries())
  await mustIssue(services.writePath, "stage", tenantId, "community.register", {
    communityId: index === 0 ? communityId : uuidv7(),
    name,
    kind: name.endsWith("村") ? "village" : "residentialCommunity",
  });
await mustIssue(services.writePath, "stage", tenantId, "scheme.set", { schemeId, ...defaultScheme(serviceYear) });

async function person(role: GrantedRole, login: string, displayName: string, scopeId?: string, tenant = tenantId) {
  const accountId = await createAccount(services, { login, displayName, password: PASSWORD });
  const membershipId = await grantMembership(services, tenant, {
    accountId,
    role,
    displayName,
    ...(scopeId ? { scopeId } : {}),
  });
  return { login, password: PASSWORD, displayName, membershipId, accountId };
}

const people = {
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

console.log(
  JSON.stringify({ url: services.publicUrl, tenantId, agencyId, communityId, schemeId, serviceYear, people }),
);

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    void stopWork()
      .then(() => instance.close())
      .then(() => rm(dataDir, { recursive: true, force: true }))
      .then(() => process.exit(0));
  });
