// The row types in the tree are those of the migrated database; a column nobody generated turns this red.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeRowTypes } from "../../bin/db-types.ts";
import type { TestDatabase } from "./setup/cloned-database.ts";
import { createTestDatabase } from "./setup/database.ts";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "bihuan-types-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

async function generated(name: string): Promise<string> {
  const file = join(folder, name);
  await writeRowTypes(database.ownerUrl, false, file);
  return readFileSync(file, "utf8");
}

test("src/domain/rows.generated.ts is up to date", async () => {
  const inTree = readFileSync(new URL("../../src/domain/rows.generated.ts", import.meta.url), "utf8");
  expect(await generated("rows.ts")).toBe(inTree);
});

test("a column that was not generated is seen", async () => {
  const inTree = readFileSync(new URL("../../src/domain/rows.generated.ts", import.meta.url), "utf8");
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query("alter table communities add column planted text");
  await client.end();
  expect(await generated("planted.ts")).not.toBe(inTree);
});
