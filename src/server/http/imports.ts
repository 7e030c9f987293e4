// The doors of an import: the file in, what it would do, its refused rows, saving, and how far it is.
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { v7 as uuidv7 } from "uuid";
import {
  getOperation,
  type ImportChoices,
  listImports,
  postImport,
  postImportPreview,
  postImportRefused,
  postImportSave,
} from "#api/imports.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refusedRowsSheet } from "#domain/organization/refused-rows.ts";
import { asActor } from "../db/transaction.ts";
import { ChainRefused } from "../imports/command-chain.ts";
import { importPreview } from "../imports/import-preview.ts";
import { findFile, keepFile, takeFile } from "../imports/kept-file.ts";
import { planImport } from "../imports/plan-import.ts";
import { type ReadList, readList } from "../imports/read-list.ts";
import { type ImportGround, readImportGround } from "../imports/read-register.ts";
import { runImport, startImport } from "../imports/save-import.ts";
import { UPLOADED_LIST } from "../imports/uploaded-list.ts";
import { readImports } from "../queries/imports.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import type { Asking } from "../sync/receive-photo.ts";
import { notFound, ProblemError } from "./problems.ts";
import { registerMember } from "./register.ts";
import { answerSheet } from "./sheet-answer.ts";

export function registerImports(app: FastifyInstance, services: Services): void {
  registerUpload(app, services);
  registerMember(app, services, postImportPreview, async ({ actor, tenantId, params, body }) => {
    const asking = { services, tenantId, actor };
    const { list, ground } = await opened(asking, params.sha256, body);
    return importPreview(list, ground, dayOf(services.clock.now()), uuidv7);
  });
  registerMember(app, services, postImportRefused, async ({ actor, tenantId, params, body, reply }) => {
    const { list, ground } = await opened({ services, tenantId, actor }, params.sha256, body);
    const { refused } = planImport(list.reading, ground, uuidv7);
    const sheet = refusedRowsSheet(list.rows, { ...list.reading, refused });
    const columns = sheet.columns.map((header) => ({ header }));
    return answerSheet(reply, "没收的行.xlsx", { sheetName: "没收的行", columns, rows: sheet.rows });
  });
  registerSave(app, services);
  registerMember(app, services, listImports, ({ actor, tenantId }) =>
    asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => ({ day: dayOf(services.clock.now()), imports: await readImports(tx) }),
      { readOnly: true },
    ),
  );
  registerMember(app, services, getOperation, ({ actor, tenantId, params }) =>
    findOperation({ services, tenantId, actor }, params.id),
  );
}

/** In a scope of its own: only here a body of bytes is taken, unread until it is asked for. */
function registerUpload(app: FastifyInstance, services: Services): void {
  app.register((scoped, _options, done) => {
    scoped.addContentTypeParser("application/octet-stream", (_request, body, taken) => taken(null, body));
    registerMember(scoped, services, postImport, async ({ actor, tenantId, request }) => {
      const bytes = must(
        await takeFile(UPLOADED_LIST, request.body instanceof Readable ? request.body : Readable.from([])),
      );
      must(await readList(bytes, nothingChosen, undefined));
      return {
        sha256: must(await keepFile(UPLOADED_LIST, { services, tenantId, actor }, bytes)),
        bytes: bytes.byteLength,
      };
    });
    done();
  });
}

const nothingChosen: ImportChoices = { repairs: [], dropped: [], newCommunities: [] };

/** Answers as soon as the operation is under way; it goes on in this process and its progress is asked for. */
function registerSave(app: FastifyInstance, services: Services): void {
  registerMember(app, services, postImportSave, async ({ actor, tenantId, params, body, principal }) => {
    const { operationId, ...choices } = body;
    const { list, ground } = await opened({ services, tenantId, actor }, params.sha256, choices);
    const plan = planImport(list.reading, ground, uuidv7);
    const membershipId = principal.membership?.id ?? null;
    const sender = { accountKey: `account:${principal.session.accountId}`, actor, tenantId, membershipId };
    const run = { services, sender, operationId, plan };
    await startImport(run).catch(asRefusal);
    void runImport(run).catch((error: unknown) => console.error(`import ${operationId} stopped`, error));
    return { operationId, total: plan.entries.length };
  });
}

function asRefusal(error: unknown): never {
  if (error instanceof ChainRefused) throw new ProblemError(409, error.problem.code, error.problem.params);
  throw error;
}

interface Opened {
  readonly list: ReadList;
  readonly ground: ImportGround;
}

/** The file under the choices, and the register it is compared with. A first list brings its communities along. */
async function opened(asking: Asking, sha256: string, choices: ImportChoices): Promise<Opened> {
  const { services, tenantId, actor } = asking;
  const bytes = await findFile(UPLOADED_LIST, asking, sha256);
  if (!bytes) throw notFound();
  const day = dayOf(services.clock.now());
  const ground = await asActor(services.database, tenantId, actor, (tx) => readImportGround(tx, day), {
    readOnly: true,
  });
  const known = ground.communities.map(({ name }) => name);
  const roster = known.length > 0 ? [...known, ...choices.newCommunities] : undefined;
  return { list: must(await readList(bytes, choices, roster)), ground };
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(422, result.problem.code, result.problem.params);
}

async function findOperation({ services, tenantId, actor }: Asking, id: string) {
  const operation = await asActor(
    services.database,
    tenantId,
    actor,
    (tx) =>
      tx.db
        .selectFrom("operations")
        .select(["id", "kind", "state", "total", "done", "summary", "startedByName", "startedAt", "endedAt"])
        .where(visible(tx, "operations"))
        .where("id", "=", id)
        .executeTakeFirst(),
    { readOnly: true },
  );
  if (!operation) throw notFound();
  return operation;
}
