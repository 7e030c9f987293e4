// Once per test run: a PostgreSQL and in it the databases that test files clone.
import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { dropDatabase, makeMigrated } from "./cloned-database.ts";
import { openPostgres } from "./postgres.ts";
import { type Prepared, prepare } from "./prepared.ts";

export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Name of a migrated, empty database to clone. */
  readonly migrated: string;
  readonly prepared: Prepared;
}

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Before any clock of a test. */
const BEGINNING = "2025-12-31T16:00:00.000Z";

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await openPostgres();
  const { ownerUrl, appUrl } = postgres;
  try {
    const migrated = await makeMigrated(postgres);
    const prepared = await prepare(postgres, BEGINNING);
    project.provide("testServer", { ownerUrl, appUrl, migrated, prepared });
    return async () => {
      for (const name of [migrated, prepared.template]) await dropDatabase(ownerUrl, name);
      await rm(prepared.dataDir, { recursive: true, force: true });
      await postgres.stop();
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
