// Tips 线索 and complaints 投诉 as the office reads them. Complaints are the office lead's alone; the reporter's own data comes with
// one tip only, to the lead and to whoever handles it, and each reading of it is logged.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { tipAbouts, tipOutcomes, tipStates } from "#domain/tip/labels.ts";
import { defineRoute } from "./route.ts";

/** Enforcement and the leading group have no part in it. */
const tipReaders = ["officer", "officeLead", "memberUnit", "auditor"] as const;

export const tipRowSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  about: z.enum(tipAbouts),
  text: z.string(),
  place: z.string().nullable(),
  /** The enterprise as the reporter named it. */
  enterpriseWords: z.string().nullable(),
  reportedAt: z.string(),
  state: z.enum(tipStates),
  triageDue: localDateSchema,
  answerDue: localDateSchema,
  enterpriseId: z.uuid().nullable(),
  enterpriseName: z.string().nullable(),
  siteId: z.uuid().nullable(),
  siteAddress: z.string().nullable(),
  communityName: z.string().nullable(),
  handlerMembershipId: z.uuid().nullable(),
  handlerName: z.string().nullable(),
  outcome: z.enum(tipOutcomes).nullable(),
  closedAt: z.string().nullable(),
  photos: z.int(),
});
export type TipRow = z.output<typeof tipRowSchema>;

export const tipFilterSchema = z.object({
  state: z.enum(tipStates).default("reported"),
  about: z.enum(tipAbouts).optional(),
  text: z.string().trim().max(60).optional(),
});
export type TipFilter = z.output<typeof tipFilterSchema>;

const terms = z.object({ triageWorkingDays: z.int(), answerWorkingDays: z.int() });

export const listTips = defineRoute({
  method: "GET",
  path: "/api/v1/tips",
  summary: "Tips from the public, and for the office lead complaints: to be triaged, being handled, closed",
  by: tipReaders,
  query: tipFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    /** Where anyone reports. */
    address: z.string(),
    terms,
    rows: z.array(tipRowSchema),
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    counts: z.record(z.enum(tipStates), z.int()),
  }),
});

export const tipSchema = tipRowSchema.omit({ photos: true }).extend({
  photos: z.array(z.object({ id: z.uuid() })),
  /** Null when they left nothing, or when it is not for this reader; `mayKnow` says which. */
  reporter: z.object({ name: z.string().nullable(), contact: z.string().nullable() }).nullable(),
  mayKnowReporter: z.boolean(),
  acts: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["taken", "triaged", "answered", "closed"]),
      text: z.string().nullable(),
      byName: z.string(),
      at: z.string(),
    }),
  ),
  sites: z.array(z.object({ id: z.uuid(), address: z.string().nullable() })),
});
export type Tip = z.output<typeof tipSchema>;

export const getTip = defineRoute({
  method: "GET",
  path: "/api/v1/tips/:id",
  summary: "One tip with photos, history and, for who handles it, the reporter",
  by: tipReaders,
  params: z.object({ id: z.uuid() }),
  response: tipSchema.extend({ day: localDateSchema }),
});

export const getTipPhoto = defineRoute({
  method: "GET",
  path: "/api/v1/tips/:id/photos/:photoId",
  summary: "A tip's photo as JPEG, without place or any metadata",
  by: tipReaders,
  params: z.object({ id: z.uuid(), photoId: z.uuid() }),
  response: z.unknown(),
});
