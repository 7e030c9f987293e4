// One database per test file, cloned from what the run has made ready; call in `beforeAll` and `drop` in `afterAll`.
import { inject } from "vitest";
import { cloneDatabase, type TestDatabase } from "./cloned-database.ts";
import { clonePrepared } from "./prepared.ts";

/** Migrated and empty. */
export function createTestDatabase(): Promise<TestDatabase> {
  const { migrated, ...urls } = inject("testServer");
  return cloneDatabase(urls, migrated);
}

/** With the platform and its library, and a data folder of its own. */
export function createPrepared(): ReturnType<typeof clonePrepared> {
  const { prepared, ...urls } = inject("testServer");
  return clonePrepared(urls, prepared, "office");
}
