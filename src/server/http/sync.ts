// What a phone pulls: its snapshot, and the law library by version.
import type { FastifyInstance } from "fastify";
import { putHoldings } from "#api/holdings.ts";
import { getDirectory, getLibrary, getOutboxKey, getSync, type SyncAnswer } from "#api/sync.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { correctedCalendar } from "../calendar/published-days.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { readLibraryRows } from "../library/library-cache.ts";
import { readLayer } from "../library/tenant-layer.ts";
import { readSetAside } from "../queries/suggestion-lessons.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import { readDirectory } from "../sync/directory.ts";
import { exchangeHoldings } from "../sync/holdings.ts";
import { oldAppNotice } from "../sync/old-app.ts";
import { outboxKey } from "../sync/outbox-key.ts";
import { journalHead, readSnapshot } from "../sync/snapshot.ts";
import { compressAnswers } from "./compressed.ts";
import { registerMember, registerSignedIn } from "./register.ts";

export function registerSync(app: FastifyInstance, services: Services): void {
  app.register((scoped, _options, ready) => {
    compressAnswers(scoped);
    registerMember(scoped, services, getSync, async ({ query, actor, tenantId, request, reply }) => {
      reply.header("cache-control", "no-store");
      const answer = await asActor(services.database, tenantId, actor, (tx) => answerSync(services, tx, query), {
        readOnly: true,
      });
      return { ...answer, ...oldAppNotice(request.headers) };
    });
    registerMember(scoped, services, getDirectory, async ({ query, actor, tenantId, reply }) => {
      reply.header("cache-control", "no-store");
      return asActor(services.database, tenantId, actor, (tx) => readDirectory(tx, query.after ?? 0), {
        readOnly: true,
      });
    });
    registerMember(scoped, services, putHoldings, async ({ body, actor, tenantId }) => {
      const now = services.clock.now();
      const others = await asActor(services.database, tenantId, actor, (tx) => exchangeHoldings(tx, body, now));
      return { now, others };
    });
    registerSignedIn(scoped, services, getOutboxKey, async ({ principal, reply }) => {
      reply.header("cache-control", "no-store");
      return { key: await outboxKey(services.dataDir, principal.session.accountId) };
    });
    registerSignedIn(scoped, services, getLibrary, async ({ query, reply }) => {
      const { version } = (await services.library()).library;
      reply.header("cache-control", "private, no-cache");
      if (query.have === version) return { version };
      const { instruments, versions, articles, items, citations, moves, profiles } = await readLibraryRows(
        services.database.pool,
        version,
      );
      return {
        version,
        rows: {
          version,
          instruments: [...instruments],
          versions: [...versions],
          articles: [...articles],
          items: [...items],
          citations: [...citations],
          ...(moves ? { moves: [...moves] } : {}),
          ...(profiles ? { profiles: [...profiles] } : {}),
        },
      };
    });
    ready();
  });
}

async function answerSync(
  services: Services,
  tx: Transaction,
  have: { readonly since?: number | undefined; readonly day?: string | undefined },
): Promise<SyncAnswer> {
  const now = services.clock.now();
  const day = dayOf(now);
  const version = await journalHead(tx);
  if (have.since === version && have.day === day) return { unchanged: true, version, day, now };
  const rows = await readSnapshot(tx, day);
  const corrections = await tx.db
    .selectFrom("workingDayCorrections")
    .select(["day", "working"])
    .where(visible(tx, "workingDayCorrections"))
    .execute();
  const calendar = correctedCalendar(services.publishedDays, corrections);
  const { overrides, instruments } = await readLayer(tx);
  return {
    unchanged: false,
    version,
    day,
    now,
    divisionCode: rows.tenants[0]?.divisionCode ?? "000000",
    libraryVersion: (await services.library()).library.version,
    calendar: {
      exceptions: [...calendar.exceptions].map(([exception, working]) => ({ day: exception, working })),
      publishedYears: [...calendar.publishedYears],
    },
    rows: plainRows(rows),
    catalogueOverrides: overrides.map(({ itemCode, kind, off, content, version: change }) => ({
      ...{ itemCode, kind, off, content, version: change },
    })),
    ownInstruments: instruments.map(({ id, content, version: change }) => ({ id, content, version: change })),
    setAsideLessons: await readSetAside(tx),
  };
}

/** Rows as they travel: every column is text, number, boolean or null. */
function plainRows(rows: Awaited<ReturnType<typeof readSnapshot>>): Extract<SyncAnswer, { unchanged: false }>["rows"] {
  return Object.fromEntries(Object.entries(rows).map(([entity, list]) => [entity, list.map((row) => ({ ...row }))]));
}
