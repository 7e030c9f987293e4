// The doors of an import of paper hazards: sheet and photos in, what it would do, its refused rows, saving.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  type PaperChoices,
  postPaperList,
  postPaperPhotos,
  postPaperPreview,
  postPaperRefused,
  postPaperSave,
} from "#api/hazard-imports.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ChainRefused, type ChainSender, sendInChain } from "../imports/command-chain.ts";
import { findFile, keepFile, takeFile } from "../imports/kept-file.ts";
import { type OpenedPaper, openPaper, previewPaper, refusedPaper, savePaper } from "../imports/paper-import.ts";
import { keepPaperPhotos, PHOTO_PACK } from "../imports/paper-upload.ts";
import { UPLOADED_LIST } from "../imports/uploaded-list.ts";
import type { Services } from "../server-parts.ts";
import type { Asking } from "../sync/receive-photo.ts";
import { notFound, ProblemError } from "./problems.ts";
import { type MemberCall, registerMember } from "./register.ts";
import { answerSheet } from "./sheet-answer.ts";

export function registerHazardImports(app: FastifyInstance, services: Services): void {
  registerUploads(app, services);
  registerMember(app, services, postPaperPreview, async (call) => {
    const opened = await open({ services, ...call }, call.params.sha256, call.body);
    return previewPaper({ services, sender: senderOf(call) }, opened);
  });
  registerMember(app, services, postPaperRefused, async (call) => {
    const opened = await open({ services, ...call }, call.params.sha256, call.body);
    return answerSheet(call.reply, "没收的行.xlsx", await refusedPaper({ services, sender: senderOf(call) }, opened));
  });
  registerMember(app, services, postPaperSave, async (call) => {
    const { operationId, ...choices } = call.body;
    const opened = await open({ services, ...call }, call.params.sha256, choices);
    const sender = senderOf(call);
    const total = opened.list.hazards.length;
    await sendInChain(services.writePath, sender, "operation.start", {
      operationId,
      kind: "hazard.import",
      total,
    }).catch(asRefusal);
    void savePaper({ services, sender }, opened, operationId).catch((error: unknown) =>
      console.error(`import ${operationId} stopped`, error),
    );
    return { operationId, total };
  });
}

/** In a scope of its own: only here a body of bytes is taken, unread until it is asked for. */
function registerUploads(app: FastifyInstance, services: Services): void {
  app.register((scoped, _options, done) => {
    scoped.addContentTypeParser("application/octet-stream", (_request, body, taken) => taken(null, body));
    registerMember(scoped, services, postPaperList, async ({ actor, tenantId, request }) => {
      const bytes = must(await takeFile(UPLOADED_LIST, bodyOf(request)));
      must(await openPaper(bytes, { fileName: "表", fields: {}, photos: [] }));
      const sha256 = must(await keepFile(UPLOADED_LIST, { services, tenantId, actor }, bytes));
      return { sha256, bytes: bytes.byteLength };
    });
    registerMember(scoped, services, postPaperPhotos, async ({ actor, tenantId, request, query }) => {
      const bytes = must(await takeFile(PHOTO_PACK, bodyOf(request)));
      return must(await keepPaperPhotos({ services, tenantId, actor }, query.name, bytes));
    });
    done();
  });
}

const bodyOf = ({ body }: FastifyRequest) => (body instanceof Readable ? body : Readable.from([]));

function senderOf<P, Q, B>({ principal, actor, tenantId }: MemberCall<P, Q, B>): ChainSender {
  const membershipId = principal.membership?.id ?? null;
  return { accountKey: `account:${principal.session.accountId}`, actor, tenantId, membershipId };
}

async function open(asking: Asking, sha256: string, choices: PaperChoices): Promise<OpenedPaper> {
  const bytes = await findFile(UPLOADED_LIST, asking, sha256);
  if (!bytes) throw notFound();
  return must(await openPaper(bytes, choices));
}

function asRefusal(error: unknown): never {
  if (error instanceof ChainRefused) throw new ProblemError(409, error.problem.code, error.problem.params);
  throw error;
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(422, result.problem.code, result.problem.params);
}
