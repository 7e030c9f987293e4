// Tips and complaints over HTTP, for the office.
import type { FastifyInstance } from "fastify";
import { getTip, getTipPhoto, listTips } from "#api/tips.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { logAccess } from "../access/access-log.ts";
import { asActor } from "../db/transaction.ts";
import { countTips, findTip, findTipPhoto, readTerms, readTips, TIP_PAGE } from "../queries/tips.ts";
import type { Services } from "../server-parts.ts";
import { tipAddress } from "./portal-tip.ts";
import { notFound } from "./problems.ts";
import { registerMember } from "./register.ts";

const readOnly = { readOnly: true };

export function registerTips(app: FastifyInstance, services: Services): void {
  const { database, clock, blobs } = services;
  registerMember(app, services, listTips, async ({ actor, tenantId, query }) => {
    const { page, ...filter } = query;
    const day = dayOf(clock.now());
    const address = await tipAddress(services, tenantId);
    return asActor(
      database,
      tenantId,
      actor,
      async (tx) => ({
        ...{ day, address, page, pageSize: TIP_PAGE, terms: await readTerms(tx, day) },
        ...{ ...(await readTips(tx, filter, page)), counts: await countTips(tx) },
      }),
      readOnly,
    );
  });
  registerMember(app, services, getTip, ({ actor, tenantId, params }) =>
    asActor(database, tenantId, actor, async (tx) => {
      const tip = await findTip(tx, params.id);
      if (!tip) throw notFound();
      if (tip.reporter) await logAccess(tx, clock.now(), { act: "tip.reporter", subject: `tips:${tip.id}` });
      return { ...tip, day: dayOf(clock.now()) };
    }),
  );
  registerMember(app, services, getTipPhoto, async ({ actor, tenantId, params, reply }) => {
    const find = (tx: Parameters<typeof findTipPhoto>[0]) => findTipPhoto(tx, params.id, params.photoId);
    const sha256 = await asActor(database, tenantId, actor, find, readOnly);
    const bytes = sha256 && (await blobs.get(tenantId, sha256));
    if (!bytes) throw notFound();
    return reply.header("cache-control", "private, max-age=86400").type("image/jpeg").send(Buffer.from(bytes));
  });
}
