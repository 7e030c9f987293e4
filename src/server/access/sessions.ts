// Sessions: 256 random bits in an httpOnly cookie, stored hashed, ended after 12 hours without use or 7 days.
import { createHash, randomBytes } from "node:crypto";
import { type Actor, roleScope } from "#domain/access/roles.ts";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { Sessions } from "#domain/rows.generated.ts";
import { camelRow } from "../db/naming.ts";
import type { Database } from "../db/pool.ts";
import { asActor } from "../db/transaction.ts";

const IDLE_MS = 12 * 3_600_000;
const TOTAL_MS = 7 * 24 * 3_600_000;
const TOUCH_MS = 5 * 60_000;

export interface Session {
  readonly accountId: string;
  readonly tenantId: string | null;
  readonly membershipId: string | null;
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

/** A session and which memberships its account holds today: one question, because every request asks it. */
const SESSION = `select s.account_id as "accountId", s.tenant_id as "tenantId", s.membership_id as "membershipId",
  s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", m.tenant_id as "heldIn", m.membership_id as held
  from sessions s left join lateral memberships_of(s.account_id, $2) m on true where s.id_hash = $1 order by 6, 7`;

type SessionRow = Pick<Sessions, "accountId" | "tenantId" | "membershipId" | "lastSeenAt" | "expiresAt"> & Held;

interface Held {
  readonly heldIn: string | null;
  readonly held: string | null;
}

/** The session behind a token with the memberships of its account, if it still runs. */
export async function findSession(
  database: Database,
  token: string,
  now: Instant,
): Promise<{ readonly session: Session; readonly memberships: Row<"memberships">[] } | undefined> {
  const idHash = digest(token);
  const { rows } = await database.pool.query<SessionRow>({
    name: "session",
    text: SESSION,
    values: [idHash, dayOf(now)],
  });
  const session = rows[0];
  if (!session || session.expiresAt <= now || Date.parse(session.lastSeenAt) + IDLE_MS <= Date.parse(now))
    return undefined;
  if (Date.parse(session.lastSeenAt) + TOUCH_MS < Date.parse(now))
    await database.global.updateTable("sessions").set({ lastSeenAt: now }).where("idHash", "=", idHash).execute();
  return { session, memberships: await readMemberships(database, rows) };
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

const reader: Actor = { kind: "system", id: "session", role: "system", name: "系统", scopeId: null };

const MEMBERSHIPS_OF = 'select tenant_id as "heldIn", membership_id as held from memberships_of($1, $2) order by 1, 2';
const MEMBERSHIPS = "select * from memberships where tenant_id = $1 and id = any($2) order by created_at";

/** All memberships of an account that hold today, over all tenants. */
export async function membershipsOf(
  database: Database,
  accountId: string,
  now: Instant,
): Promise<Row<"memberships">[]> {
  const values = [accountId, dayOf(now)];
  const ids = await database.pool.query<Held>({ name: "memberships of", text: MEMBERSHIPS_OF, values });
  return readMemberships(database, ids.rows);
}

async function readMemberships(database: Database, all: readonly Held[]): Promise<Row<"memberships">[]> {
  const found: Row<"memberships">[] = [];
  for (const [tenantId, held] of Map.groupBy(all, (one) => one.heldIn)) {
    if (tenantId === null) continue;
    const values = [tenantId, held.map((one) => one.held)];
    const inTenant = await asActor(
      database,
      tenantId,
      reader,
      ({ client, endWith }) => endWith(() => client.query<object>({ name: "memberships", text: MEMBERSHIPS, values })),
      { readOnly: true },
    );
    // The generated row is the table's own, read whole.
    found.push(...inTenant.rows.map((row) => camelRow(row) as unknown as Row<"memberships">));
  }
  return found;
}

/** The actor a membership makes of its account. */
export function actorOf(membership: Row<"memberships">): Actor {
  const scopeId = roleScope[membership.role] === "rollups" ? membership.divisionCode : membership.scopeId;
  return { kind: "member", id: membership.id, role: membership.role, name: membership.displayName, scopeId };
}
