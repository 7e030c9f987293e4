// `bihuan law-editor`: who keeps the law library. Law belongs to the platform, so no subdistrict's administrator can invite one.
import { randomBytes } from "node:crypto";
import { platformTenantId } from "#domain/access/roles.ts";
import { createAccount, grantMembership } from "#server/access/bootstrap.ts";
import { option, withInstance } from "./with-instance.ts";

const USAGE = `bihuan law-editor --login law --name 姓名
Makes an account that keeps the law library and prints its password once. It opens the page that changes it, and nothing else.`;

export async function run(args: readonly string[]): Promise<number> {
  const [login, displayName] = ["login", "name"].map((key) => option(args, key));
  if (!login || !displayName) {
    console.error(USAGE);
    return 2;
  }
  const password = randomBytes(12).toString("base64url");
  await withInstance(async ({ services }) => {
    const accountId = await createAccount(services, { login, displayName, password, oneTime: true });
    await grantMembership(services, platformTenantId, { accountId, role: "lawEditor", displayName });
  });
  console.log(`Law editor: ${login}, password: ${password}`);
  return 0;
}
