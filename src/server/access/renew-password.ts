// A new password set by the tenant's administrator. Only for people of this tenant alone: whoever also works elsewhere would
// hand the administrator a key to another tenant.
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import type { Services } from "../server-parts.ts";
import { oneTimePassword } from "./invite.ts";
import { hashPassword } from "./passwords.ts";
import { membershipsOf } from "./sessions.ts";

export async function renewPassword(
  services: Services,
  tenantId: string,
  account: { readonly accountId: string; readonly login: string },
): Promise<Result<{ login: string; password: string }>> {
  const { accountId, login } = account;
  const now = services.clock.now();
  const memberships = await membershipsOf(services.database, accountId, now);
  if (memberships.some((one) => one.tenantId !== tenantId)) return refuse("membership.also_elsewhere");
  const password = oneTimePassword();
  const secret = { passwordHash: await hashPassword(password), changedAt: now, mustChange: true };
  const db = services.database.global;
  await db
    .insertInto("accountSecrets")
    .values({ accountId, ...secret })
    .onConflict((conflict) => conflict.column("accountId").doUpdateSet(secret))
    .execute();
  await db.deleteFrom("sessions").where("accountId", "=", accountId).execute();
  await db.deleteFrom("signInFailures").where("login", "=", login).execute();
  return ok({ login, password });
}
