// Member units: who belongs to each, what it looks after, by which rules hazards go to it, and what a rule would route today.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { matchSchema } from "#domain/routing/rule.ts";
import { defineRoute, officeReaders } from "./route.ts";
import { figureSchema } from "./rows-link.ts";

const ruleSchema = z.object({
  family: z.enum(["records", "onSite"]).nullable(),
  level2: z.string().nullable(),
  itemCodes: z.array(z.string()),
  tags: z.array(z.string()),
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  position: z.int(),
  reason: z.string(),
  setByName: z.string(),
  setAt: z.string(),
  ended: z.object({ at: z.string(), byName: z.string(), reason: z.string() }).nullable(),
});
export type RoutingRuleRow = z.output<typeof ruleSchema>;

const personSchema = z.object({ membershipId: z.uuid(), name: z.string(), unitId: z.uuid().nullable() });
export type UnitPerson = z.output<typeof personSchema>;

const unitSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  duty: z.string(),
  /** Open hazards it looks after, and those it has not answered yet. */
  hazards: figureSchema,
  overdue: figureSchema,
  asked: figureSchema,
});
export type MemberUnit = z.output<typeof unitSchema>;

export const listMemberUnits = defineRoute({
  method: "GET",
  path: "/api/v1/member-units",
  summary: "Member units with their people, what they look after, and the rules that route hazards to them",
  by: officeReaders,
  response: z.object({
    day: localDateSchema,
    units: z.array(unitSchema),
    people: z.array(personSchema),
    /** Those that stand, the one that decides first; then the ended ones, the newest first. */
    rules: z.array(ruleSchema),
    choices: z.object({ level2: z.array(z.string()), tags: z.array(z.string()) }),
  }),
});

/** How many rows of a preview are shown beside the count. */
export const ROUTING_PREVIEW_ROWS = 50;

export const previewRouting = defineRoute({
  method: "POST",
  path: "/api/v1/routing-rules/preview",
  summary: "Which open hazards a rule would route now, beside the rules that stand; nothing is written",
  by: ["officer", "officeLead"],
  body: matchSchema.extend({
    position: z.int().min(1).max(999),
    replacesRuleId: z.uuid().nullish(),
  }),
  response: z.object({
    total: z.int(),
    rows: z.array(z.object({ hazardId: z.uuid(), number: z.string(), title: z.string(), enterpriseName: z.string() })),
  }),
});
export type RoutingPreview = z.output<typeof previewRouting.response>;
