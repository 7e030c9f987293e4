// The referral package over HTTP: made from the rows at the time it is asked for, signed, and noted, since it names people.
import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { getReferralPackage } from "#api/referrals.ts";
import { asActor } from "../db/transaction.ts";
import { makeReferralZip } from "../documents/referral-zip.ts";
import { findReferralContent } from "../queries/referral-content.ts";
import type { Services } from "../server-parts.ts";
import { notFound } from "./problems.ts";
import { registerMember } from "./register.ts";

export function registerReferrals(app: FastifyInstance, services: Services): void {
  registerMember(app, services, getReferralPackage, async ({ actor, tenantId, params, reply }) => {
    const { library } = await services.library();
    const content = await asActor(services.database, tenantId, actor, async (tx) => {
      const found = await findReferralContent(tx, params.id, library);
      if (!found) return undefined;
      const note = { tenantId, id: randomUUID(), actor: `${actor.kind}:${actor.id}`, act: "referral.package" };
      const about = { subject: `referrals:${params.id}`, detail: found.hazardNumber, at: services.clock.now() };
      await tx.db
        .insertInto("accessLog")
        .values({ ...note, ...about })
        .execute();
      return found;
    });
    if (!content) throw notFound();
    const bytes = await makeReferralZip(services, content);
    const name = encodeURIComponent(`${content.hazardNumber}-移送材料.zip`);
    return reply
      .header("content-disposition", `attachment; filename="referral.zip"; filename*=UTF-8''${name}`)
      .header("cache-control", "private, no-store")
      .type("application/zip")
      .send(Buffer.from(bytes));
  });
}
