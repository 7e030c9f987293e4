// /p/<code>: whether a document is ours and valid. Anyone may ask; nothing but the proof row is ever read.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findProofCode } from "#domain/access/proof-code.ts";
import type { Actor } from "#domain/access/roles.ts";
import { proofAskPage, proofPage } from "#portal/proof.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { paramOf } from "./portal-door.ts";
import { forAnyone, lookOf, queryOf, registerPortalScope, sendPage } from "./portal-page.ts";

const anyone: Actor = { kind: "public", id: "anyone", role: "public", name: "", scopeId: null };

export function registerPortalProof(app: FastifyInstance, services: Services): void {
  registerPortalScope(app, (scope) => {
    scope.get("/p", forAnyone, (request, reply) => {
      const typed = queryOf(request).code ?? "";
      const code = findProofCode(typed);
      if (code) return reply.redirect(`/p/${code}`, 303);
      const page = { look: lookOf(request, reply), typed };
      return sendPage(reply, proofAskPage(typed ? { ...page, problem: WRONG_SHAPE } : page), typed ? 404 : 200);
    });
    scope.get("/p/:code", forAnyone, (request, reply) => answerCode(services, request, reply));
  });
}

const WRONG_SHAPE = "查验码是5组、每组4个字母或数字。请对着文书右下角再输一次。";
const UNKNOWN = "没有这个查验码，文书可能是假的，也可能输错了一位。请对着文书再输一次，或把文书拿到街道核对。";

async function answerCode(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const look = lookOf(request, reply);
  const typed = paramOf(request, "code");
  const code = findProofCode(typed);
  const found = code ? await findProof(services, code) : undefined;
  if (found) return sendPage(reply, proofPage({ look, ...found }));
  return sendPage(reply, proofAskPage({ look, typed, problem: code ? UNKNOWN : WRONG_SHAPE }), 404);
}

async function findProof(services: Services, code: string) {
  const ids = await services.database.pool.query<{ tenant_id: string; proof_id: string }>(
    "select tenant_id, proof_id from document_by_proof($1)",
    [code],
  );
  const first = ids.rows[0];
  if (!first) return undefined;
  const proof = await asActor(
    services.database,
    first.tenant_id,
    anyone,
    ({ db }) => db.selectFrom("documentProofs").selectAll().where("id", "=", first.proof_id).executeTakeFirst(),
    { readOnly: true },
  );
  const tenant = await services.database.global
    .selectFrom("tenants")
    .select("name")
    .where("id", "=", first.tenant_id)
    .executeTakeFirst();
  return proof && { proof, officeName: tenant?.name ?? "" };
}
