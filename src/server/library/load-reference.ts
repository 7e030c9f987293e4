// Brings the product's reference files into the library by a command of the platform, once a content: a start with the
// same files finds them named by their digest and writes nothing.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { platformTenantId } from "#domain/access/roles.ts";
import { mustIssue } from "../commands/issue.ts";
import type { Services } from "../server-parts.ts";
import { readReference } from "./read-reference.ts";

const FILES = ["instruments.csv", "legal-basis.csv", "hazard-catalogue.csv"];

/** Loads the files of `folder` (`reference/` of the product) unless their content was loaded last. */
export async function loadReference(services: Services, folder: string): Promise<void> {
  const digest = createHash("sha256");
  for (const name of FILES) digest.update(readFileSync(join(folder, name)));
  const sha256 = digest.digest("hex");
  const last = await services.database.global
    .selectFrom("libraryVersions")
    .select("referenceSha256")
    .where("referenceSha256", "is not", null)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last?.referenceSha256 === sha256) return;
  const { instruments, versions, articles, items, citations } = readReference(folder);
  const args = { sha256, instruments, versions, articles, items, citations };
  await mustIssue(services.writePath, "library", platformTenantId, "law.load", args);
}
