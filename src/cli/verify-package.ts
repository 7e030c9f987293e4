// `bihuan verify FILE.zip`: a referral package on its own, without a database. The key is compared with the heads that this
// installation signed, where it keeps them; else its fingerprint is shown, to be compared by a person.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { verifyPackage } from "#server/documents/verify-package.ts";

/** Answers the exit code: 0 where every file is as it was made and the key is not a stranger's. */
export async function verifyPackageFile(path: string, dataDir: string): Promise<number> {
  const { manifest, publicKey, faults } = await verifyPackage(await readFile(path));
  for (const fault of faults) console.log(fault);
  if (!manifest || faults.length > 0) {
    console.log(`${path}: does not hold`);
    return 1;
  }
  const known = await keysOf(dataDir, manifest.tenantId);
  const fingerprint = createHash("sha256")
    .update(publicKey ?? "")
    .digest("hex")
    .slice(0, 32);
  if (known.length > 0 && !known.includes(publicKey ?? "")) {
    console.log(`${path}: signed by a key that never signed a head of this subdistrict (${fingerprint})`);
    return 1;
  }
  const whose = known.length > 0 ? "the subdistrict's own key" : "key not compared: no signed heads here";
  console.log(`${path}: ${manifest.files.length} files hold, ${manifest.subdistrict}, ${manifest.hazardNumber}`);
  console.log(`signed ${manifest.madeAt}, ${whose}, fingerprint ${fingerprint}`);
  return 0;
}

/** Public keys in the second place of the signed heads; none where there is no such file. */
async function keysOf(dataDir: string, tenantId: string): Promise<readonly string[]> {
  const text = await readFile(join(dataDir, "heads", `${tenantId}.jsonl`), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => /"publicKey":"([^"]+)"/.exec(line)?.[1] ?? []);
}
