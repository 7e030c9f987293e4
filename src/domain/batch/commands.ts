// R12's three batches: eliminate 淘汰, suspend 停产整改, upgrade 整改提升. The agency advises; whether and what, the office decides.
import { z } from "zod";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { forbiddenOrderWords } from "../law/own-words.ts";

const kinds = ["eliminate", "suspend", "upgrade"] as const;

const adviseBatch = defineCommand({
  name: "batch.advise",
  label: { zh: "建议批次", en: "Advise batch" },
  by: ["expert", "agencyLead"],
  args: z.object({ batchId: z.uuid(), enterpriseId: z.uuid(), kind: z.enum(kinds), reason: text(2000) }),
  needs: (args) => ({
    known: one("batches", { id: args.batchId }),
    open: one("batches", { enterpriseId: args.enterpriseId, state: "advised" }),
    enterprise: one("enterprises", { id: args.enterpriseId }),
  }),
  decide: ({ known, open, enterprise }, args, { tenantId, actor, receivedAt }) => {
    if (!enterprise) return refuse("enterprise.not_found");
    if (known ?? open) return refuse("batch.advised", { name: enterprise.name });
    if (enterprise.agencyId !== actor.scopeId) return refuse("batch.not_served", { name: enterprise.name });
    if (forbiddenOrderWords(args.reason).length > 0) return refuse("batch.order_words");
    const { batchId: id, enterpriseId, kind, reason } = args;
    const row = {
      ...{ tenantId, id, enterpriseId, kind },
      agencyId: enterprise.agencyId,
      madeByAgencyId: enterprise.agencyId,
      communityId: enterprise.communityId,
      adviceReason: reason,
      advisedByName: actor.name,
      advisedByMembershipId: actor.id,
      advisedAt: receivedAt,
      state: "advised" as const,
      decidedKind: null,
      decidedByName: null,
      decidedAt: null,
      decisionReason: null,
    };
    return ok(decided("batches", id, [insert("batches", row)]));
  },
});

/** The office follows the advice, chooses another batch, or declines; always another person, always with a reason. */
const decideBatch = defineCommand({
  name: "batch.decide",
  label: { zh: "决定批次", en: "Decide batch" },
  by: ["officer", "officeLead", "memberUnit"],
  args: z.object({ batchId: z.uuid(), decision: z.enum([...kinds, "declined"]), reason: text(2000) }),
  needs: (args, { actor }) => ({
    batch: one("batches", { id: args.batchId }),
    own: one("memberships", { id: actor.kind === "member" ? actor.id : undefined }),
  }),
  needsMore: (_args, { batch }) => ({
    adviser: one("memberships", { id: batch?.advisedByMembershipId ?? undefined }),
  }),
  decide: ({ batch, own, adviser }, { decision, reason }, { actor, receivedAt }) => {
    if (!batch) return refuse("batch.not_found");
    if (batch.state !== "advised") return refuse("batch.decided", { byName: batch.decidedByName ?? "" });
    if (isSamePerson(batch, own, adviser, actor.name)) return refuse("batch.same_person");
    const set = {
      state: decision === "declined" ? ("declined" as const) : ("decided" as const),
      decidedKind: decision === "declined" ? null : decision,
      decidedByName: actor.name,
      decidedAt: receivedAt,
      decisionReason: reason,
    };
    return ok(decided("batches", batch.id, [update("batches", batch, set)]));
  },
});

/** One account may act for the agency and for the office. Advice from before memberships were kept knows a name only. */
function isSamePerson(
  batch: Row<"batches">,
  own: Row<"memberships"> | undefined,
  adviser: Row<"memberships"> | undefined,
  name: string,
): boolean {
  if (batch.advisedByMembershipId === null) return batch.advisedByName === name;
  return adviser !== undefined && adviser.accountId === own?.accountId;
}

export const batchCommands: readonly AnyCommand[] = [adviseBatch, decideBatch];
