// Documents over HTTP: the list, one, and its PDF through a row one may see.
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { getDocument, getDocumentPdf, listDocuments } from "#api/documents.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Documents } from "#domain/rows.generated.ts";
import { asActor } from "../db/transaction.ts";
import { findDocumentPage } from "../queries/document-page.ts";
import { DOCUMENT_PAGE, readDocuments } from "../queries/documents.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import type { Asking } from "../sync/receive-photo.ts";
import { notFound, ProblemError } from "./problems.ts";
import { registerMember } from "./register.ts";

const readOnly = { readOnly: true };

export function registerDocuments(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listDocuments, ({ actor, tenantId, query }) => {
    const { page, ...filter } = query;
    const slice = { limit: DOCUMENT_PAGE, offset: (page - 1) * DOCUMENT_PAGE };
    const day = dayOf(services.clock.now());
    return asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => ({ day, page, pageSize: DOCUMENT_PAGE, ...(await readDocuments(tx, filter, slice)) }),
      readOnly,
    );
  });
  registerMember(app, services, getDocument, async ({ actor, tenantId, params }) => {
    const day = dayOf(services.clock.now());
    const found = await asActor(
      services.database,
      tenantId,
      actor,
      (tx) => findDocumentPage(tx, params.id, day),
      readOnly,
    );
    if (!found) throw notFound();
    return found;
  });
  registerMember(app, services, getDocumentPdf, ({ actor, tenantId, params, reply }) =>
    answerPdf({ services, tenantId, actor }, params.id, reply),
  );
}

/** The bytes as they were filed; a document not printed yet says so. A reading is noted: the paper names people. */
async function answerPdf(asking: Asking, id: string, reply: FastifyReply): Promise<FastifyReply> {
  const document = await findAndNote(asking, id);
  if (!document) throw notFound();
  const bytes = document.pdfSha256 ? await asking.services.blobs.get(asking.tenantId, document.pdfSha256) : undefined;
  if (!bytes) throw new ProblemError(404, "document.not_printed", { number: document.number });
  return reply
    .header(
      "content-disposition",
      `inline; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent(`${document.number}.pdf`)}`,
    )
    .header("cache-control", "private, no-cache")
    .type("application/pdf")
    .send(Buffer.from(bytes));
}

function findAndNote({ services, tenantId, actor }: Asking, id: string): Promise<Documents | undefined> {
  return asActor(services.database, tenantId, actor, async (tx) => {
    const document = await tx.db
      .selectFrom("documents")
      .selectAll()
      .where(visible(tx, "documents"))
      .where("id", "=", id)
      .executeTakeFirst();
    if (!document?.pdfSha256) return document;
    const note = { tenantId, id: randomUUID(), actor: `${actor.kind}:${actor.id}`, act: "document.pdf" };
    await tx.db
      .insertInto("accessLog")
      .values({ ...note, subject: `documents:${id}`, detail: document.number, at: services.clock.now() })
      .execute();
    return document;
  });
}
