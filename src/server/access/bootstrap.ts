// First things of an installation: the platform's own tenant, a subdistrict's tenant, an account, a membership.
import { randomUUID } from "node:crypto";
import { platformTenantId } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { type GrantedRole, scopeKindOf } from "#domain/organization/membership-scope.ts";
import { mustIssue, systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { masterKey, newTenantKey } from "../journal/tenant-keys.ts";
import type { Services } from "../server-parts.ts";
import { hashPassword } from "./passwords.ts";

const JOB = "bootstrap";
const GENESIS = Buffer.alloc(32);

/** Makes the platform's tenant once; safe to call at every start. */
export async function preparePlatform(services: Services): Promise<void> {
  const known = await services.database.global
    .selectFrom("tenants")
    .select("id")
    .where("id", "=", platformTenantId)
    .executeTakeFirst();
  if (known) return;
  await openJournal(services, platformTenantId);
  await mustIssue(services.writePath, JOB, platformTenantId, "tenant.create", {
    tenantId: platformTenantId,
    kind: "platform",
    name: "平台",
    divisionCode: "000000",
  });
}

/** Makes a subdistrict's tenant with its journal and signing key; answers its id. */
export async function createTenant(
  services: Services,
  name: string,
  divisionCode: string,
  tenantId: string = randomUUID(),
): Promise<string> {
  await openJournal(services, tenantId);
  await registerDivision(services, divisionCode, name);
  await mustIssue(services.writePath, JOB, platformTenantId, "tenant.create", {
    tenantId,
    kind: "subdistrict",
    name,
    divisionCode,
  });
  return tenantId;
}

async function registerDivision(services: Services, code: string, name: string): Promise<void> {
  const known = await services.database.global
    .selectFrom("divisions")
    .select("code")
    .where("code", "=", code)
    .executeTakeFirst();
  if (!known) await mustIssue(services.writePath, JOB, platformTenantId, "division.register", { code, name });
}

async function openJournal(services: Services, tenantId: string): Promise<void> {
  const key = newTenantKey(await masterKey(services.dataDir));
  await asActor(services.database, tenantId, systemActor(JOB), async ({ db }) => {
    const opened = await db
      .insertInto("journalHeads")
      .values({ tenantId, seq: 0, hash: GENESIS })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (opened.numInsertedOrUpdatedRows === 0n) return;
    await db
      .insertInto("tenantKeys")
      .values({ tenantId, ...key, createdAt: services.clock.now() })
      .execute();
  });
}

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  /** Absent for an account that cannot sign in by password. */
  readonly password?: string;
  /** Somebody else has seen the password: it lets in to be changed and for nothing else. */
  readonly oneTime?: boolean;
}

/** Makes an account in the platform's tenant and keeps its password's hash beside the journal. */
export async function createAccount(
  services: Services,
  account: NewAccount,
  accountId: string = randomUUID(),
): Promise<string> {
  await mustIssue(services.writePath, JOB, platformTenantId, "account.create", {
    accountId,
    login: account.login,
    displayName: account.displayName,
  });
  if (account.password === undefined) return accountId;
  const secret = {
    passwordHash: await hashPassword(account.password),
    changedAt: services.clock.now(),
    mustChange: account.oneTime ?? false,
  };
  await services.database.global
    .insertInto("accountSecrets")
    .values({ accountId, ...secret })
    .onConflict((conflict) => conflict.column("accountId").doUpdateSet(secret))
    .execute();
  return accountId;
}

export interface NewMembership {
  readonly accountId: string;
  readonly role: GrantedRole;
  readonly displayName: string;
  readonly scopeId?: string | null;
  readonly title?: string | null;
  readonly divisionCode?: string | null;
}

/** Grants a membership in a tenant from today on; answers its id. */
export async function grantMembership(
  services: Services,
  tenantId: string,
  grant: NewMembership,
  membershipId: string = randomUUID(),
): Promise<string> {
  await mustIssue(services.writePath, JOB, tenantId, "membership.grant", {
    membershipId,
    ...grant,
    scopeKind: scopeKindOf(grant.role),
    validFrom: dayOf(services.clock.now()),
  });
  return membershipId;
}
