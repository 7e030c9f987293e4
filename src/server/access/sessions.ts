// Sessions: 256 random bits in an httpOnly cookie, stored hashed, ended after 12 hours without use or 7 days.
import { createHash, randomBytes } from "node:crypto";
import { type Actor, roleScope } from "#domain/access/roles.ts";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { camelRow } from "../db/naming.ts";
import type { Database } from "../db/pool.ts";

const IDLE_MS = 12 * 3_600_000;
const TOTAL_MS = 7 * 24 * 3_600_000;
const TOUCH_MS = 5 * 60_000;

export interface Session {
  readonly accountId: string;
  readonly tenantId: string | null;
  readonly membershipId: string | null;
  /** Signed in by a password somebody else has seen: only changing it is open. */
  readonly mustChangePassword: boolean;
}

const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

export async function openSession(database: Database, accountId: string, now: Instant): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const first = (await membershipsOf(database, accountId, now))[0];
  await database.global
    .insertInto("sessions")
    .values({
      idHash: digest(token),
      accountId,
      tenantId: first?.tenantId ?? null,
      membershipId: first?.id ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(Date.parse(now) + TOTAL_MS).toISOString(),
    })
    .execute();
  return token;
}

/** A session and the memberships its account holds today: one question, because every request asks it. */
const SESSION = `select s.account_id as session_account, s.tenant_id as session_tenant, s.membership_id as session_membership,
  s.last_seen_at as session_seen, s.expires_at as session_expires,
  coalesce(k.must_change, false) as session_must_change, m.*
  from sessions s left join account_secrets k on k.account_id = s.account_id left join lateral memberships_of(s.account_id, $2) m on true where s.id_hash = $1`;

interface SessionRow {
  readonly session_account: string;
  readonly session_tenant: string | null;
  readonly session_membership: string | null;
  readonly session_seen: Instant;
  readonly session_expires: Instant;
  readonly session_must_change: boolean;
  /** Of the membership; null when the account holds none. */
  readonly id: string | null;
}

/** The session behind a token with the memberships of its account, if it still runs. */
export async function findSession(
  database: Database,
  token: string,
  now: Instant,
): Promise<{ readonly session: Session; readonly memberships: Row<"memberships">[] } | undefined> {
  const idHash = digest(token);
  const values = [idHash, dayOf(now)];
  const { rows } = await database.pool.query<SessionRow>({ name: "session", text: SESSION, values });
  const [row] = rows;
  if (!row || row.session_expires <= now || Date.parse(row.session_seen) + IDLE_MS <= Date.parse(now)) return undefined;
  if (Date.parse(row.session_seen) + TOUCH_MS < Date.parse(now))
    await database.global.updateTable("sessions").set({ lastSeenAt: now }).where("idHash", "=", idHash).execute();
  const session = {
    accountId: row.session_account,
    tenantId: row.session_tenant,
    membershipId: row.session_membership,
    mustChangePassword: row.session_must_change,
  };
  return { session, memberships: rows.filter(({ id }) => id !== null).map(membershipOf) };
}

export async function closeSession(database: Database, token: string): Promise<void> {
  await database.global.deleteFrom("sessions").where("idHash", "=", digest(token)).execute();
}

/** Ends every session of an account but the one that asks. */
export async function closeOtherSessions(database: Database, accountId: string, token: string): Promise<void> {
  await database.global
    .deleteFrom("sessions")
    .where("accountId", "=", accountId)
    .where("idHash", "!=", digest(token))
    .execute();
}

export async function switchMembership(
  database: Database,
  token: string,
  tenantId: string,
  membershipId: string,
): Promise<void> {
  await database.global
    .updateTable("sessions")
    .set({ tenantId, membershipId })
    .where("idHash", "=", digest(token))
    .execute();
}

/** All memberships of an account that hold today, over all tenants. */
export async function membershipsOf(
  database: Database,
  accountId: string,
  now: Instant,
): Promise<Row<"memberships">[]> {
  const text = "select * from memberships_of($1, $2)";
  const values = [accountId, dayOf(now)];
  const { rows } = await database.pool.query<object>({ name: "memberships of", text, values });
  return rows.map(membershipOf);
}

/** The table's own row; what a question joined to it is left behind. */
function membershipOf(row: object): Row<"memberships"> {
  const own = Object.entries(row).filter(([column]) => !column.startsWith("session_"));
  return camelRow(Object.fromEntries(own)) as unknown as Row<"memberships">;
}

/** The actor a membership makes of its account. */
export function actorOf(membership: Row<"memberships">): Actor {
  const scopeId = roleScope[membership.role] === "rollups" ? membership.divisionCode : membership.scopeId;
  return { kind: "member", id: membership.id, role: membership.role, name: membership.displayName, scopeId };
}
