// `bihuan verify [--tenant ID] [--state]`: names the first broken event and exits 1 when anything does not hold.
// `bihuan verify FILE.zip`: the same of a referral package, file by file.
import { readConfig } from "#server/config.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { verifyPackageFile } from "./verify-package.ts";
import { option, withInstance } from "./with-instance.ts";

export async function run(args: readonly string[]): Promise<number> {
  const [file] = args;
  if (file && !file.startsWith("--")) return verifyPackageFile(file, readConfig(process.env).dataDir);
  return withInstance(async ({ services }) => {
    const wanted = option(args, "tenant");
    const tenants = await services.database.global
      .selectFrom("tenants")
      .select(["id", "name"])
      .orderBy("createdAt")
      .execute();
    let faults = 0;
    for (const tenant of tenants.filter((one) => !wanted || one.id === wanted)) {
      const verdict = await checkTenant(services.database, services.dataDir, tenant.id, args.includes("--state"));
      const { chain } = verdict;
      if (chain.holds)
        console.log(
          `${tenant.name}: ${chain.events} events hold, ${chain.signedHeads} signed heads, ${chain.erased} payloads erased`,
        );
      else console.log(`${tenant.name}: broken at event ${chain.seq}: ${chain.reason}`);
      for (const line of verdict.differences.slice(0, 20)) console.log(`  ${line}`);
      if (!chain.holds || verdict.differences.length) faults += 1;
    }
    return faults ? 1 : 0;
  });
}
