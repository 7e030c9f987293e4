// Inviting a person is two commands: the account in the platform's tenant by the system, the membership here by the one who asks.
// What keeps the membership from being granted is asked first, so that a refusal leaves no account behind.
import { randomInt, randomUUID } from "node:crypto";
import type { Actor } from "#domain/access/roles.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { ok, type Problem, type Result } from "#domain/kernel/result.ts";
import { faultOfGrant, type Grant } from "#domain/organization/grant.ts";
import { type GrantedRole, scopeKindOf } from "#domain/organization/membership-scope.ts";
import type { Accounts } from "#domain/rows.generated.ts";
import { commandText, handleCommands } from "../commands/handle.ts";
import { issue } from "../commands/issue.ts";
import type { Outcome } from "../commands/outcome.ts";
import { parseCommands } from "../commands/parse.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { createAccount } from "./bootstrap.ts";

const JOB = "invite";

export interface Inviter {
  readonly tenantId: string;
  readonly accountId: string;
  readonly membershipId: string;
  readonly actor: Actor;
}

export interface Invitation {
  readonly login: string;
  readonly displayName: string;
  readonly role: GrantedRole;
  readonly scopeId?: string | undefined;
  readonly title?: string | undefined;
  readonly validTo?: string | undefined;
}

export interface InvitedPerson {
  readonly membershipId: string;
  readonly login: string;
  readonly password: string | null;
}

export async function invite(services: Services, by: Inviter, wanted: Invitation): Promise<Result<InvitedPerson>> {
  const known = await services.database.global
    .selectFrom("accounts")
    .selectAll()
    .where("login", "=", wanted.login)
    .executeTakeFirst();
  const accountId = known?.id ?? randomUUID();
  const grant: Grant = {
    accountId,
    role: wanted.role,
    scopeKind: scopeKindOf(wanted.role),
    scopeId: wanted.scopeId ?? null,
    validFrom: dayOf(services.clock.now()),
    validTo: wanted.validTo ?? null,
  };
  const fault = await foreseenFault(services, by, grant, known ?? accountToBe(accountId, wanted, services));
  if (fault) return { ok: false, problem: fault };
  const password = known ? null : oneTimePassword();
  if (password) await createAccount(services, { ...wanted, password, oneTime: true }, accountId);
  const membershipId = randomUUID();
  const title = wanted.title || null;
  const outcome = await issueAs(services, by, "membership.grant", {
    ...{ membershipId, displayName: wanted.displayName, title },
    ...grant,
  });
  if (outcome.status === "accepted") return ok({ membershipId, login: wanted.login, password });
  if (password) await issue(services.writePath, JOB, platformTenantId, "account.close", { accountId });
  return { ok: false, problem: outcome.problem ?? { code: "not_found", params: {} } };
}

function accountToBe(id: string, { login, displayName }: Invitation, { clock }: Services): Accounts {
  return { id, login, displayName, state: "active", createdAt: clock.now() };
}

/** The rule of membership.grant, asked before anything is written. */
function foreseenFault(
  { database }: Services,
  { tenantId, actor }: Inviter,
  grant: Grant,
  account: Accounts,
): Promise<Problem | undefined> {
  const { scopeKind, scopeId = null } = grant;
  return asActor(
    database,
    tenantId,
    actor,
    async ({ db }) => {
      const of = (kind: Grant["scopeKind"]) => (scopeKind === kind ? scopeId : null);
      const held = await db.selectFrom("memberships").selectAll().where("accountId", "=", account.id).execute();
      const engagement = await db
        .selectFrom("agencyEngagements")
        .selectAll()
        .where("tenantId", "=", tenantId)
        .where("agencyId", "=", of("agency"))
        .executeTakeFirst();
      const community = await db
        .selectFrom("communities")
        .selectAll()
        .where("tenantId", "=", tenantId)
        .where("id", "=", of("community"))
        .executeTakeFirst();
      const enterprise = await db
        .selectFrom("enterprises")
        .selectAll()
        .where("tenantId", "=", tenantId)
        .where("id", "=", of("enterprise"))
        .executeTakeFirst();
      const found = {
        ...(engagement && { engagement }),
        ...(community && { community }),
        ...(enterprise && { enterprise }),
      };
      const facts = { account, held, ...found };
      return faultOfGrant(grant, facts, actor, tenantId)?.problem;
    },
    { readOnly: true },
  );
}

/** One command under a person's own membership, as if they had sent it. */
async function issueAs({ writePath }: Services, by: Inviter, name: string, args: unknown): Promise<Outcome> {
  const { tenantId: tenant, membershipId: membership } = by;
  const parsed = parseCommands([commandText({ tenant, membership, name, args, occurredAt: writePath.clock.now() })]);
  const sender = { accountKey: `account:${by.accountId}`, actor: by.actor };
  const [outcome] = (await handleCommands(writePath, sender, parsed.commands)).outcomes;
  if (!outcome) throw new Error(`${name} got no outcome`);
  return outcome;
}

/** Without letters that are mistaken for one another when read out or copied by hand. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const [GROUPS, EACH] = [4, 4];

/** About 79 bits, in four groups. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: EACH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
