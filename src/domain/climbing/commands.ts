// Changing the rules by which overdue items climb: a new dated version, with its reason; earlier ones stay to be read.
import { z } from "zod";
import { localDateSchema, spokenDay } from "../calendar/local-date.ts";
import { decided, insert } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { toldLabels } from "./labels.ts";
import { laddersOn, laddersSchema, misplacedStep, turnsOnLastStep } from "./ladders.ts";

const changeRules = defineCommand({
  name: "climbing.change",
  label: { zh: "改升级督办规则", en: "Change climbing rules" },
  by: ["officer", "officeLead"],
  args: z.object({
    ruleId: z.uuid(),
    ladders: laddersSchema,
    validFrom: localDateSchema,
    reason: text(500),
    /** The preview this was decided on; turning on the last step needs one of the same day. */
    previewedOn: localDateSchema.nullish(),
    previewedHits: z.int().min(0).nullish(),
  }),
  needs: (args) => ({ known: one("climbingRules", { id: args.ruleId }), versions: many("climbingRules", {}) }),
  decide: ({ known, versions }, args, { tenantId, actor, today, receivedAt }) => {
    const { ruleId: id, ladders, validFrom, reason } = args;
    if (known) return refuse("climbing.known");
    if (validFrom < today) return refuse("climbing.day_past", { day: spokenDay(validFrom, today) });
    if (ladders.agency.community !== null) return refuse("climbing.community_of_agency");
    const misplaced = misplacedStep(ladders);
    if (misplaced) return refuse("climbing.misplaced", { step: toldLabels[misplaced].zh });
    if (turnsOnLastStep(laddersOn(versions, validFrom), ladders)) {
      if (actor.role !== "officeLead") return refuse("climbing.lead_only");
      if (args.previewedOn !== today || args.previewedHits == null) return refuse("climbing.no_preview");
    }
    const row = {
      ...{ tenantId, id, validFrom, reason, ladders: JSON.stringify(ladders) },
      previewedOn: args.previewedOn ?? null,
      previewedHits: args.previewedHits ?? null,
      changedByName: actor.name,
      changedAt: receivedAt,
    };
    return ok(decided("climbingRules", id, [insert("climbingRules", row)]));
  },
});

export const climbingCommands: readonly AnyCommand[] = [changeRules];
