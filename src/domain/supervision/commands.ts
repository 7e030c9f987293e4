// Supervision 督促: the community (or the office) presses an enterprise to act, by visit, call or message. It needs no accompaniment.
import { z } from "zod";
import { dayOf } from "../calendar/local-date.ts";
import { isOpen } from "../hazard/statuses.ts";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, many, type One, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { optionalText } from "../kernel/text.ts";
import type { Sites, Supervisions } from "../rows.generated.ts";
import { expectPhoto, photosSchema } from "../visit/photo-slot.ts";
import { fulfilment, supervisionAct, taskServedBy } from "./decide.ts";

const hazardKey = (id: string): `hazard ${string}` => `hazard ${id}`;

type RecordNeeds = {
  known: One<"supervisions">;
  site: One<"sites">;
  [hazard: `hazard ${string}`]: One<"hazards">;
};

const recordArgs = z.object({
  supervisionId: z.uuid(),
  siteId: z.uuid(),
  means: z.enum(["visit", "call", "message"]),
  note: optionalText(2000),
  hazardIds: z.array(z.uuid()).max(100).default([]),
  photos: photosSchema.optional(),
});

const recordSupervision = defineCommand({
  name: "supervision.record",
  label: { zh: "记一次督促", en: "Record supervision" },
  by: ["communityOfficer", "officer", "officeLead", "memberUnit"],
  args: recordArgs,
  needs: (args) => {
    const needs: RecordNeeds = {
      known: one("supervisions", { id: args.supervisionId }),
      site: one("sites", { id: args.siteId }),
    };
    for (const id of args.hazardIds) needs[hazardKey(id)] = one("hazards", { id });
    return needs;
  },
  needsMore: (_, { site }) => ({
    owed: many("tasks", { enterpriseId: site?.enterpriseId, kind: "supervision", state: "owed" }),
    periods: many("schemePeriods", {}),
  }),
  decide: (state, args, context) => {
    const { known, site, owed, periods } = state;
    if (known) return refuse("supervision.known");
    if (!site) return refuse("site.not_found");
    const hazards = [];
    for (const id of new Set(args.hazardIds)) {
      const hazard = state[hazardKey(id)];
      if (hazard?.enterpriseId !== site.enterpriseId) return refuse("supervision.hazard_not_here");
      if (!isOpen(hazard)) return refuse("supervision.hazard_over", { number: hazard.number });
      hazards.push(hazard);
    }
    const task = taskServedBy(dayOf(context.occurredAt), owed, periods);
    const row = supervisionRow(args, site, task?.id ?? null, context);
    const photos = args.photos ?? [];
    return ok(
      decided("supervisions", row.id, [
        insert("supervisions", row),
        ...(task ? [update("tasks", task, fulfilment(row))] : []),
        ...hazards.map((hazard) => supervisionAct(hazard, row, context)),
        ...photos.map((photo) => expectPhoto(photo, "supervision", row)),
      ]),
    );
  },
});

function supervisionRow(
  args: z.output<typeof recordArgs>,
  site: Sites,
  taskId: string | null,
  { tenantId, actor, occurredAt, receivedAt }: Context,
): Supervisions {
  const { supervisionId: id, siteId, means, note } = args;
  return {
    ...{ tenantId, id, siteId, means, note, taskId, occurredAt, receivedAt },
    enterpriseId: site.enterpriseId,
    agencyId: site.agencyId,
    madeByAgencyId: null,
    communityId: site.communityId,
    byName: actor.name,
    byRole: actor.role,
    hazardIds: JSON.stringify([...new Set(args.hazardIds)]),
  };
}

export const supervisionCommands: readonly AnyCommand[] = [recordSupervision];
