// The doors of the catalogue and of the search of law.
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import {
  getCatalogueItem,
  getCatalogueSheet,
  getChecklist,
  listCatalogue,
  postCatalogueSheet,
} from "#api/catalogue.ts";
import { readLaw, searchLaw } from "#api/law-search.ts";
import type { Actor } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Problem, Result } from "#domain/kernel/result.ts";
import { contentOf } from "#domain/law/catalogue/content-rows.ts";
import { layeredLibrary } from "#domain/law/catalogue/layer.ts";
import { SHEET_COLUMNS, sheetRowOf } from "#domain/law/catalogue/sheet-columns.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { spreadsheetLimits } from "../files/spreadsheet.ts";
import { ChainRefused, type ChainSender, sendInChain } from "../imports/command-chain.ts";
import { importCatalogue, readCatalogueFile } from "../imports/import-catalogue.ts";
import { findLaw } from "../library/law-search.ts";
import { readLayer } from "../library/tenant-layer.ts";
import { CATALOGUE_PAGE, listItems, readItem } from "../queries/catalogue.ts";
import { answerChecklist } from "../queries/checklist.ts";
import { readLawText } from "../queries/law-reading.ts";
import type { Services } from "../server-parts.ts";
import { notFound, ProblemError } from "./problems.ts";
import { registerMember } from "./register.ts";
import { answerSheet } from "./sheet-answer.ts";

type Asking = { readonly actor: Actor; readonly tenantId: string };

export function registerCatalogue(app: FastifyInstance, services: Services): void {
  const today = () => dayOf(services.clock.now());
  registerMember(app, services, listCatalogue, async ({ actor, tenantId, query: { page, ...filter } }) => {
    const library = await layered(services, { actor, tenantId });
    const day = today();
    return { day, page, pageSize: CATALOGUE_PAGE, ...listItems(library, filter, day, page) };
  });
  registerMember(app, services, getCatalogueItem, async ({ actor, tenantId, params }) => {
    const { library: shared } = await services.library();
    const item = await reading(services, { actor, tenantId }, async (tx) => {
      const library = layeredLibrary(shared, await readLayer(tx));
      return readItem(tx, shared, library, params.code, today());
    });
    if (!item) throw notFound();
    return item;
  });
  registerMember(app, services, getCatalogueSheet, async ({ actor, tenantId, reply }) => {
    const library = await layered(services, { actor, tenantId });
    return answerSheet(reply, `检查目录${today()}.xlsx`, {
      sheetName: "检查目录",
      columns: SHEET_COLUMNS.map(([, header, width]) => ({ header, width })),
      rows: [...library.items.values()].map((item) => [...sheetRowOf(item.code, contentOf(item))]),
    });
  });
  registerMember(app, services, getChecklist, async ({ actor, tenantId, query }) =>
    answerChecklist(await layered(services, { actor, tenantId }), query),
  );
  registerSearch(app, services);
  registerSheet(app, services);
}

function registerSearch(app: FastifyInstance, services: Services): void {
  const today = () => dayOf(services.clock.now());
  registerMember(app, services, searchLaw, async ({ actor, tenantId, query }) => {
    const library = await layered(services, { actor, tenantId });
    const day = today();
    return { day, ...(await findLaw(services.database, library, { ...query, day })) };
  });
  registerMember(app, services, readLaw, async ({ actor, tenantId, params, query }) => {
    const { library: shared } = await services.library();
    const law = await reading(services, { actor, tenantId }, async (tx) => {
      const library = layeredLibrary(shared, await readLayer(tx));
      return readLawText(tx, library, params.id, query.version, today());
    });
    if (!law) throw notFound();
    return law;
  });
}

/** In a scope of its own: only here a body of bytes is taken. */
function registerSheet(app: FastifyInstance, services: Services): void {
  app.register((scoped, _options, done) => {
    scoped.addContentTypeParser("application/octet-stream", (_request, body, taken) => taken(null, body));
    registerMember(scoped, services, postCatalogueSheet, async ({ actor, tenantId, query, request, principal }) => {
      const bytes = await takeBody(request.body instanceof Readable ? request.body : Readable.from([]));
      const { library } = await services.library();
      const sheet = must(await readCatalogueFile(library, bytes));
      const membershipId = principal.membership?.id ?? null;
      const sender = { accountKey: `account:${principal.session.accountId}`, actor, tenantId, membershipId };
      const save = query.save === "yes" ? (args: object) => send(services, sender, args) : undefined;
      return must(await importCatalogue(library, sheet, query.note || "从表导入", save));
    });
    done();
  });
}

async function send({ writePath }: Services, sender: ChainSender, args: object): Promise<Problem | undefined> {
  try {
    await sendInChain(writePath, sender, "catalogue.save", args);
    return undefined;
  } catch (error) {
    if (error instanceof ChainRefused) return error.problem;
    throw error;
  }
}

/** The whole body, cut as soon as it is larger than a sheet may be; what is cut is refused by its size. */
async function takeBody(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > spreadsheetLimits.fileBytes) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(422, result.problem.code, result.problem.params);
}

function reading<T>({ database }: Services, { actor, tenantId }: Asking, work: (tx: Transaction) => Promise<T>) {
  return asActor(database, tenantId, actor, work, { readOnly: true });
}

/** The library with the tenant's layer over it. */
async function layered(services: Services, asking: Asking) {
  const { library } = await services.library();
  return layeredLibrary(library, await reading(services, asking, readLayer));
}
