// Sign-in with lockout: five wrong passwords close a login for fifteen minutes, said in plain words.
import type { Instant } from "#domain/calendar/local-date.ts";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import type { Database } from "../db/pool.ts";
import { hashPassword, passwordFits } from "./passwords.ts";

const MAX_FAILURES = 5;
const LOCK_MINUTES = 15;

export interface SignedIn {
  readonly accountId: string;
  /** The password fits and is one that somebody else has seen. */
  readonly mustChange: boolean;
}

/** The account that signs in, or why not. A wrong login and a wrong password are told the same. */
export async function signIn(
  database: Database,
  login: string,
  password: string,
  now: Instant,
): Promise<Result<SignedIn>> {
  const db = database.global;
  const name = login.normalize("NFKC").trim().toLowerCase();
  const failure = await db.selectFrom("signInFailures").selectAll().where("login", "=", name).executeTakeFirst();
  if (failure?.lockedUntil && failure.lockedUntil > now) {
    const minutes = Math.ceil((Date.parse(failure.lockedUntil) - Date.parse(now)) / 60_000);
    return refuse("session.locked", { minutes });
  }
  const account = await db
    .selectFrom("accounts")
    .leftJoin("accountSecrets", "accountSecrets.accountId", "accounts.id")
    .select(["accounts.id", "accounts.state", "accountSecrets.passwordHash", "accountSecrets.mustChange"])
    .where("accounts.login", "=", name)
    .executeTakeFirst();
  const fits = await passwordFits(account?.passwordHash ?? undefined, password);
  if (account && fits && account.state === "active") {
    if (failure) await db.deleteFrom("signInFailures").where("login", "=", name).execute();
    return ok({ accountId: account.id, mustChange: account.mustChange ?? false });
  }
  return countFailure(database, name, now);
}

async function countFailure(database: Database, login: string, now: Instant): Promise<Result<never>> {
  const lockUntil = new Date(Date.parse(now) + LOCK_MINUTES * 60_000).toISOString();
  const { rows } = await database.pool.query<{ failures: number }>(
    `insert into sign_in_failures as f (login, failures, locked_until, last_failed_at) values ($1, 1, null, $2)
     on conflict (login) do update set
       failures = case when f.locked_until is not null and f.locked_until <= $2 then 1 else f.failures + 1 end,
       locked_until = case when f.locked_until is null and f.failures + 1 >= $3 then $4::timestamptz else null end,
       last_failed_at = $2
     returning failures`,
    [login, now, MAX_FAILURES, lockUntil],
  );
  const left = MAX_FAILURES - (rows[0]?.failures ?? MAX_FAILURES);
  return left > 0 ? refuse("session.wrong", { left }) : refuse("session.locked", { minutes: LOCK_MINUTES });
}

/** Sets a new password when the current one fits; answers whether it did. */
export async function changePassword(
  database: Database,
  accountId: string,
  current: string,
  next: string,
  now: Instant,
): Promise<boolean> {
  const db = database.global;
  const secret = await db
    .selectFrom("accountSecrets")
    .select("passwordHash")
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  if (!(await passwordFits(secret?.passwordHash, current))) return false;
  const passwordHash = await hashPassword(next);
  await db
    .updateTable("accountSecrets")
    .set({ passwordHash, changedAt: now, mustChange: false })
    .where("accountId", "=", accountId)
    .execute();
  return true;
}
