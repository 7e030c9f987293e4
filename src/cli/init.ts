// `bihuan init`: the first subdistrict and the administrator who invites everyone else.
import { randomBytes } from "node:crypto";
import { createAccount, createTenant, grantMembership } from "#server/access/bootstrap.ts";
import { option, withInstance } from "./with-instance.ts";

const USAGE = `bihuan init --name 某某街道 --division 330109 --login admin --admin 姓名
Makes the subdistrict and prints a password for its administrator once. It opens the page that changes it, and nothing else.`;

export async function run(args: readonly string[]): Promise<number> {
  const [name, division, login, displayName] = ["name", "division", "login", "admin"].map((key) => option(args, key));
  if (!name || !division || !login || !displayName) {
    console.error(USAGE);
    return 2;
  }
  if (!/^\d{6,12}$/.test(division))
    throw new Error(`--division must be the division's code of 6 to 12 digits, not ${division}.`);
  const password = randomBytes(12).toString("base64url");
  await withInstance(async ({ services }) => {
    const tenantId = await createTenant(services, name, division);
    const accountId = await createAccount(services, { login, displayName, password, oneTime: true });
    await grantMembership(services, tenantId, { accountId, role: "tenantAdmin", displayName });
  });
  console.log(`${name} is ready. Administrator: ${login}, password: ${password}`);
  return 0;
}
