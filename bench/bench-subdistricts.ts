// Subdistricts to measure on: invented enterprises, entrusted, planned, and experts who are signed in. Made by commands only.
import { randomUUID } from "node:crypto";
import { platformTenantId } from "#domain/access/roles.ts";
import { defaultScheme } from "#domain/contract/scheme-parts.ts";
import { createAccount, createTenant, grantMembership } from "#server/access/bootstrap.ts";
import { openSession } from "#server/access/sessions.ts";
import { mustIssue } from "#server/commands/issue.ts";
import type { Services } from "#server/server-parts.ts";

export const SERVICE_YEAR = 2026;

export interface BenchPerson {
  readonly accountId: string;
  readonly membershipId: string;
  readonly name: string;
  /** The session's cookie header. */
  readonly cookie: string;
}

export interface BenchTenant {
  readonly tenantId: string;
  readonly agencyId: string;
  readonly schemeId: string;
  readonly experts: readonly BenchPerson[];
  readonly officer: BenchPerson;
  readonly enterpriseIds: readonly string[];
}

export interface TenantSize {
  readonly enterprises: number;
  readonly experts: number;
  readonly communities: number;
  /** False leaves the year's plan away. */
  readonly planned?: boolean;
}

const PORTION = 80;

/** One subdistrict at the first day of its service year: register, scope, agency, plan. */
export async function makeTenant(services: Services, no: number, size: TenantSize): Promise<BenchTenant> {
  const tenantId = await createTenant(services, `演示街道${no}`, `3301091${String(no).padStart(2, "0")}`);
  const act = (name: string, args: unknown) => mustIssue(services.writePath, "bench", tenantId, name, args);
  const today = services.clock.now().slice(0, 10);
  const [agencyId, schemeId] = [randomUUID(), randomUUID()];
  await mustIssue(services.writePath, "bench", platformTenantId, "agency.create", {
    agencyId,
    name: `安全技术服务公司${no}（演示）`,
  });
  await act("agency.engage", { agencyId, validFrom: today });
  await act("scheme.set", { schemeId, ...defaultScheme(SERVICE_YEAR) });
  const officer = await makePerson(services, tenantId, "officer", `科员${no}（演示）`);
  const experts: BenchPerson[] = [];
  for (let index = 0; index < size.experts; index += 1)
    experts.push(await makePerson(services, tenantId, "expert", `周工${no}-${index}（演示）`, agencyId));
  const enterpriseIds = await registerEnterprises(act, size);
  for (const ids of portions(enterpriseIds, PORTION)) {
    const decisions = ids.map((enterpriseId) => ({ decisionId: randomUUID(), enterpriseId, ...IN_SCOPE }));
    await act("scope.recompute", { schemeId, decisions });
    await act("enterprise.entrust", { enterpriseIds: ids, agencyId });
    if (size.planned === false) continue;
    await act("plan.make", {
      ...{ schemeId, enterpriseIds: ids, fromDay: `${SERVICE_YEAR}-04-01` },
      experts: experts.map(({ membershipId }) => ({ membershipId, perDay: 20 })),
      officers: [{ membershipId: officer.membershipId, perDay: 20 }],
    });
  }
  return { tenantId, agencyId, schemeId, experts, officer, enterpriseIds };
}

const IN_SCOPE = { decision: "in", ground: "b", effectiveFrom: `${SERVICE_YEAR}-04-01` } as const;

async function registerEnterprises(
  act: (name: string, args: unknown) => Promise<void>,
  size: TenantSize,
): Promise<string[]> {
  const communities: string[] = [];
  for (let index = 0; index < size.communities; index += 1) {
    const communityId = randomUUID();
    communities.push(communityId);
    await act("community.register", { communityId, name: `演示${index + 1}村`, kind: "village" });
  }
  const rows = Array.from({ length: size.enterprises }, (_, index) => ({
    ...{ enterpriseId: randomUUID(), siteId: randomUUID(), registerNo: index + 1 },
    ...{ name: `演示机械厂${index + 1}`, industryKind: "industrial", industry: "通用设备制造", aboveScale: false },
    ...{ mainRevenueFen: 900_000_000, address: `演示路${index + 1}号`, principalName: "何先生（演示）" },
    communityId: communities[index % communities.length],
  }));
  for (const portion of portions(rows, 500)) await act("enterprise.import", { rows: portion });
  return rows.map((row) => row.enterpriseId);
}

async function makePerson(
  services: Services,
  tenantId: string,
  role: "expert" | "officer",
  name: string,
  scopeId?: string,
): Promise<BenchPerson> {
  const login = `b${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const accountId = await createAccount(services, { login, displayName: name });
  const membershipId = await grantMembership(services, tenantId, { accountId, role, displayName: name, scopeId });
  const token = await openSession(services.database, accountId, services.clock.now());
  return { accountId, membershipId, name, cookie: `bihuan_session=${token}` };
}

export function portions<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}
