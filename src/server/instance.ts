// Opens everything a server process stands on, in order, and closes it in the opposite one.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { preparePlatform } from "./access/bootstrap.ts";
import { type AppOptions, buildApp } from "./app.ts";
import { publishedCalendar } from "./calendar/published-days.ts";
import type { Clock } from "./clock.ts";
import { jobNames } from "./commands/jobs-of-events.ts";
import { tenantRules } from "./commands/tenant-rules.ts";
import { assertApplicationRole } from "./db/check-role.ts";
import { startEmbedded } from "./db/embedded/supervisor.ts";
import { migrate } from "./db/migrate.ts";
import { type Database, openDatabase } from "./db/pool.ts";
import { startPdfRenderer } from "./documents/render-pdf.ts";
import { localBlobStore } from "./files/blob-store.ts";
import { jobHandlers } from "./jobs/handlers.ts";
import { type JobHandlers, openQueue, type RunningQueue } from "./jobs/queue.ts";
import { createLibraryCache } from "./library/library-cache.ts";
import { loadReference } from "./library/load-reference.ts";
import { loadSuggestionProvider } from "./library/own-suggestions.ts";
import type { Services } from "./server-parts.ts";

export interface InstanceOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly ownerUrl?: string | undefined;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly demonstration?: boolean;
  /** Private addresses messages may go to; none without it. */
  readonly privateTargets?: ReadonlySet<string>;
  /** Font files of the customer, first choice in documents. */
  readonly extraFonts?: readonly string[];
  /** Module that answers suggestions in the place of our ranker. */
  readonly suggestions?: string | undefined;
  readonly app?: AppOptions;
  readonly log?: (line: string) => void;
}

export interface Instance {
  readonly services: Services;
  readonly app: FastifyInstance;
  readonly queue: RunningQueue;
  readonly handlers: JobHandlers;
  readonly ownerUrl: string | undefined;
  close(): Promise<void>;
}

const REFERENCE = fileURLToPath(new URL("../../reference", import.meta.url));

/** Starts the embedded database unless one is named, migrates as the owner, and opens the rest as the application role. */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  await mkdir(options.dataDir, { recursive: true });
  const embedded = options.databaseUrl
    ? undefined
    : await startEmbedded({ dataDir: options.dataDir, log: options.log ?? (() => {}) });
  const databaseUrl = options.databaseUrl ?? embedded?.appUrl ?? "";
  const ownerUrl = options.ownerUrl ?? embedded?.ownerUrl;
  if (ownerUrl) await migrate({ ownerUrl, appRole: decodeURIComponent(new URL(databaseUrl).username) });
  const database = openDatabase(databaseUrl);
  await assertApplicationRole(database.pool);
  const { services, queue } = await openServices(options, database);
  const app = await buildApp(services, options.app);
  return {
    services,
    app,
    queue,
    handlers: jobHandlers(services),
    ownerUrl,
    async close() {
      // In the order in which the one needs the next: no more questions, no more jobs, no more printing, no database.
      await app.close();
      await queue.stop();
      await services.renderer.stop();
      await database.close();
      await embedded?.stop();
    },
  };
}

async function openServices(
  options: InstanceOptions,
  database: Database,
): Promise<{ services: Services; queue: RunningQueue }> {
  const cache = createLibraryCache();
  const publishedDays = publishedCalendar();
  const rulesOf = tenantRules(database, publishedDays, async () => (await cache.get(database.pool)).library);
  const queue = await openQueue(database, jobNames);
  const services: Services = {
    database,
    clock: options.clock,
    dataDir: options.dataDir,
    publicUrl: options.publicUrl,
    privateTargets: options.privateTargets ?? new Set(),
    writePath: { database, clock: options.clock, rulesOf, jobs: queue },
    blobs: localBlobStore(options.dataDir),
    renderer: startPdfRenderer({ extraFonts: options.extraFonts ?? [] }),
    publishedDays,
    suggestionProvider: options.suggestions ? await loadSuggestionProvider(options.suggestions) : null,
    library: () => cache.get(database.pool),
    demonstration: options.demonstration ?? false,
  };
  await preparePlatform(services);
  await loadReference(services, REFERENCE);
  return { services, queue };
}
