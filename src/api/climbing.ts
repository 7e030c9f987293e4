// Reminders and climbing: what was told to me, by which rules items climb, and whom a change of them would hit.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { climbingHolders, laddersSchema, toldParties } from "#domain/climbing/ladders.ts";
import { agencyRoles, defineRoute, enterpriseRoles, officeReaders } from "./route.ts";

/** Those above and beside a holder that are told in the app. */
export const reminderReaders = [
  "officer",
  "officeLead",
  "leader",
  "communityOfficer",
  ...agencyRoles,
  ...enterpriseRoles,
] as const;

const hitSchema = z.object({
  hazardId: z.uuid(),
  number: z.string(),
  title: z.string(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  holder: z.enum(climbingHolders),
  dueOn: localDateSchema,
});

export const reminderSchema = hitSchema.extend({
  /** Days after the due date at which it was told; negative is before it. */
  afterDays: z.int(),
  /** The day it was told. */
  day: localDateSchema,
});
export type Reminder = z.output<typeof reminderSchema>;

/** One row an item, with the last that was told of it; what is settled since is left out. */
export const listReminders = defineRoute({
  method: "GET",
  path: "/api/v1/reminders",
  summary: "What was told to me about deadlines and still stands",
  by: reminderReaders,
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  response: z.object({
    day: localDateSchema,
    rows: z.array(reminderSchema),
    total: z.int(),
    pageSize: z.int(),
  }),
});

export const climbingVersionSchema = z.object({
  id: z.uuid(),
  validFrom: localDateSchema,
  ladders: laddersSchema,
  reason: z.string(),
  previewedOn: localDateSchema.nullable(),
  previewedHits: z.int().nullable(),
  changedByName: z.string(),
  changedAt: z.string(),
});
export type ClimbingVersion = z.output<typeof climbingVersionSchema>;

export const getClimbingRules = defineRoute({
  method: "GET",
  path: "/api/v1/climbing-rules",
  summary: "By which rules overdue items climb, with every earlier version",
  by: officeReaders,
  response: z.object({
    day: localDateSchema,
    /** Those in force today; the defaults where nobody changed them. */
    ladders: laddersSchema,
    versions: z.array(climbingVersionSchema),
  }),
});

/** How many rows of a preview are shown beside the counts. */
export const previewRows = 50;

export const previewClimbing = defineRoute({
  method: "POST",
  path: "/api/v1/climbing-rules/preview",
  summary: "Whom these rules would hit today: counts and rows; nothing is written or told",
  by: ["officer", "officeLead"],
  body: z.object({ ladders: laddersSchema }),
  response: z.object({
    day: localDateSchema,
    counts: z.array(z.object({ told: z.enum(toldParties), holder: z.enum(climbingHolders), hits: z.int() })),
    /** What would be put before the office as a proposed referral. */
    referrals: z.int(),
    /** The leading group's first, then the office's, the longest overdue first. */
    rows: z.array(hitSchema.extend({ told: z.enum(toldParties) })),
  }),
});
export type ClimbingPreview = z.output<typeof previewClimbing.response>;
