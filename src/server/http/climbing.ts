// Reminders and the climbing rules over HTTP.
import type { FastifyInstance } from "fastify";
import { getClimbingRules, listReminders, previewClimbing } from "#api/climbing.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { laddersOn, laddersSchema } from "#domain/climbing/ladders.ts";
import { asActor } from "../db/transaction.ts";
import { referralsDue } from "../jobs/propose-referrals.ts";
import { readClimbingRules } from "../queries/climbing-rules.ts";
import { previewHits, REMINDER_PAGE, readReminders } from "../queries/reminders.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

export function registerClimbing(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;
  registerMember(app, services, listReminders, ({ actor, tenantId, query }) =>
    asActor(
      database,
      tenantId,
      actor,
      async (tx) => ({
        day: dayOf(clock.now()),
        pageSize: REMINDER_PAGE,
        ...(await readReminders(tx, query.page)),
      }),
      { readOnly: true },
    ),
  );
  registerMember(app, services, getClimbingRules, ({ actor, tenantId }) =>
    asActor(
      database,
      tenantId,
      actor,
      async (tx) => {
        const day = dayOf(clock.now());
        const versions = await readClimbingRules(tx);
        return {
          day,
          ladders: laddersOn(versions, day),
          versions: versions.map(({ tenantId: _, ladders, ...version }) => ({
            ...version,
            ladders: laddersSchema.parse(JSON.parse(ladders)),
          })),
        };
      },
      { readOnly: true },
    ),
  );
  registerMember(app, services, previewClimbing, ({ actor, tenantId, body: { ladders } }) =>
    asActor(
      database,
      tenantId,
      actor,
      async (tx) => {
        const day = dayOf(clock.now());
        const referrals = (await referralsDue(tx, ladders.referralAfterDays, day)).length;
        return { day, referrals, ...(await previewHits(tx, ladders, day)) };
      },
      { readOnly: true },
    ),
  );
}
