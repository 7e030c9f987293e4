// The doors of the law library: lists, texts, comparisons, files in, and what changes of law touch.
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import {
  getComparison,
  getInstrument,
  getInstrumentVersion,
  listInstruments,
  listUnverified,
  postLawFile,
  postLawImport,
} from "#api/law-library.ts";
import { listLawReviews } from "#api/law-reviews.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Result } from "#domain/kernel/result.ts";
import { asActor } from "../db/transaction.ts";
import { ChainRefused, sendInChain } from "../imports/command-chain.ts";
import { importArgs } from "../imports/import-laws.ts";
import { findFile, keepFile, takeFile } from "../imports/kept-file.ts";
import { instrumentIdOf, LAW_FILE, placementOf, previewLaw, readUploadedLaw } from "../imports/law-upload.ts";
import { readComparison } from "../queries/law-comparison.ts";
import {
  countInstruments,
  LAW_PAGE,
  readInstrument,
  readInstruments,
  readUncheckedTexts,
  readUnverified,
  readVersion,
} from "../queries/law-library.ts";
import { countLawReviews, REVIEW_PAGE, readLawReviews } from "../queries/law-reviews.ts";
import type { Services } from "../server-parts.ts";
import { notFound, ProblemError } from "./problems.ts";
import { registerMember } from "./register.ts";

export function registerLaw(app: FastifyInstance, services: Services): void {
  registerLibrary(app, services);
  registerFiles(app, services);
  registerMember(app, services, listLawReviews, ({ actor, tenantId, query: { state, page } }) =>
    asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => ({
        day: dayOf(services.clock.now()),
        counts: await countLawReviews(tx),
        ...(await readLawReviews(tx, state, page)),
        ...{ page, pageSize: REVIEW_PAGE },
      }),
      { readOnly: true },
    ),
  );
}

function registerLibrary(app: FastifyInstance, services: Services): void {
  const db = services.database.global;
  const today = () => dayOf(services.clock.now());
  registerMember(app, services, listInstruments, async ({ query: { page, ...filter } }) => ({
    day: today(),
    counts: await countInstruments(db),
    ...(await readInstruments(db, filter, page)),
    ...{ page, pageSize: LAW_PAGE },
  }));
  registerMember(app, services, getInstrument, async ({ params }) => {
    const instrument = await readInstrument(db, params.id);
    if (!instrument) throw notFound();
    return { day: today(), ...instrument };
  });
  registerMember(app, services, getInstrumentVersion, async ({ params }) => {
    const version = await readVersion(db, params.id, params.version);
    if (!version) throw notFound();
    return { day: today(), ...version };
  });
  registerMember(app, services, getComparison, async ({ actor, params, query }) => {
    const comparison = await readComparison(db, params.id, params.version, query.effectiveFrom);
    if (!comparison || (comparison.state !== "released" && actor.role !== "lawEditor")) throw notFound();
    return comparison;
  });
  registerMember(app, services, listUnverified, async ({ query: { q, page } }) => ({
    texts: await readUncheckedTexts(db),
    ...(await readUnverified(db, q, page)),
    ...{ page, pageSize: LAW_PAGE },
  }));
}

/** In a scope of its own: only here a body of bytes is taken, unread until it is asked for. */
function registerFiles(app: FastifyInstance, services: Services): void {
  app.register((scoped, _options, done) => {
    scoped.addContentTypeParser("application/octet-stream", (_request, body, taken) => taken(null, body));
    registerMember(scoped, services, postLawFile, async ({ actor, tenantId, query, request }) => {
      const bytes = must(await takeFile(LAW_FILE, request.body instanceof Readable ? request.body : Readable.from([])));
      const file = must(await readUploadedLaw(services, query.name, bytes));
      must(await keepFile(LAW_FILE, { services, tenantId, actor }, bytes));
      return previewLaw(services, file);
    });
    done();
  });
  registerMember(app, services, postLawImport, async ({ actor, tenantId, params, body, principal }) => {
    const bytes = await findFile(LAW_FILE, { services, tenantId, actor }, params.sha256);
    if (!bytes) throw notFound();
    const file = must(await readUploadedLaw(services, body.fileName, bytes));
    const before = await placementOf(services.database, file);
    const membershipId = principal.membership?.id ?? null;
    const sender = { accountKey: `account:${principal.session.accountId}`, actor, tenantId, membershipId };
    await sendInChain(services.writePath, sender, "law.import", importArgs(file, body.source)).catch(asRefusal);
    const version = "version" in before ? before.version : 1;
    return {
      ...{ instrumentId: await instrumentIdOf(services.database, file.statute.title), version },
      state: before.kind === "new" ? before.state : "released",
      changed: before.kind !== "unchanged",
    };
  });
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(422, result.problem.code, result.problem.params);
}

function asRefusal(error: unknown): never {
  if (error instanceof ChainRefused) throw new ProblemError(409, error.problem.code, error.problem.params);
  throw error;
}
