// The overview: needs of today, the two targets, acts by period, hazards by kind and step, what is overdue and with whom.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { defineRoute, officeReaders } from "./route.ts";
import { figureSchema, rowsLinkSchema } from "./rows-link.ts";

export const needKeys = [
  "severityToConfirm",
  "overdueWithEnterprise",
  "referralToDecide",
  "extensionToDecide",
  "voidToConfirm",
  "contestToSettle",
  "reinspectionOverdue",
  "reinspectionSoon",
  "documentToReview",
  "documentToRelease",
  "supervisionDue",
  "referralToReceive",
  "referralToConclude",
] as const;
export type NeedKey = (typeof needKeys)[number];

const needSchema = z.object({
  key: z.enum(needKeys),
  count: z.int(),
  /** The earliest day by which one of them is due, where days run. */
  earliestDue: localDateSchema.nullable(),
  /** Since when the oldest of them waits. */
  oldestSince: localDateSchema.nullable(),
  /** In how many communities they lie. */
  communities: z.int(),
  /** One of them in words: enterprise and matter. */
  example: z.string().nullable(),
  rows: rowsLinkSchema,
});
export type Need = z.output<typeof needSchema>;

const missingSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  communityName: z.string().nullable(),
  why: z.string(),
});

/** A rate as its two numbers; with nothing to divide by it is null and shown as "—". */
const targetSchema = z.object({
  measure: z.enum(["coverage", "standardization"]),
  done: z.int(),
  of: z.int(),
  rate: z.number().nullable(),
  /** The first of those missing, in the register's order; `missingCount` of them in all. */
  missing: z.array(missingSchema),
  missingCount: z.int(),
  doneRows: rowsLinkSchema,
  ofRows: rowsLinkSchema,
  missingRows: rowsLinkSchema,
  /** How it is counted, in one sentence. */
  definition: z.string(),
});
export type Target = z.output<typeof targetSchema>;

const periodSchema = z.object({
  no: z.int(),
  startsOn: localDateSchema,
  endsOn: localDateSchema,
  state: z.enum(["past", "now", "future"]),
});
export type Period = z.output<typeof periodSchema>;

const actCellSchema = z.object({
  kind: z.enum(["inspection", "supervision", "reinspection"]),
  /** null is the whole year. */
  periodNo: z.int().nullable(),
  total: z.int(),
  /** Fulfilled by a visit or a supervision. */
  done: z.int(),
  /** Fulfilled because nothing was open; counted apart. */
  nothingOpen: z.int(),
  /** Still owed while the period runs or is to come. */
  owed: z.int(),
  /** Still owed though the period is over. */
  gap: z.int(),
  /** Of the gap: already put on a later day. */
  gapReplanned: z.int(),
  /** Of those done: after their period, made up for. */
  madeUp: z.int(),
  rows: rowsLinkSchema,
});
export type ActCell = z.output<typeof actCellSchema>;

export const stepGroups = ["notServed", "rectifying", "againRectifying", "submitted", "enforcement"] as const;
export type StepGroup = (typeof stepGroups)[number];

const stepSchema = z.object({
  group: z.enum(stepGroups),
  step: z.int().min(1).max(5),
  open: figureSchema,
  overdue: figureSchema,
});

const categorySchema = z.object({
  family: z.enum(["records", "onSite"]),
  category: z.string(),
  found: figureSchema,
});
export type Category = z.output<typeof categorySchema>;

export const overdueHazardSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  description: z.string(),
  place: z.string(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  severity: z.enum(["general", "suspectedMajor", "major"]),
  group: z.enum(stepGroups),
  step: z.int().min(1).max(5),
  holder: z.enum(["enterprise", "agency", "agencyLead", "officer", "enforcementOfficer", "nobody"]),
  heldSince: localDateSchema,
  dueOn: localDateSchema,
  daysLate: z.int(),
});
export type OverdueHazard = z.output<typeof overdueHazardSchema>;

export const overviewSchema = z.object({
  day: localDateSchema,
  scheme: z
    .object({
      id: z.uuid(),
      name: z.string(),
      serviceYear: z.int(),
      startsOn: localDateSchema,
      endsOn: localDateSchema,
      targetOn: localDateSchema,
      /** Acts owed an enterprise and year, by kind. */
      owedEach: z.object({ inspection: z.int(), supervision: z.int(), reinspection: z.int() }),
    })
    .nullable(),
  years: z.array(z.int()),
  communities: z.array(z.object({ id: z.uuid(), name: z.string() })),
  periods: z.array(periodSchema),
  needs: z.array(needSchema),
  /** Empty for those who do not see the list in scope. */
  targets: z.array(targetSchema),
  acts: z.array(actCellSchema),
  hazards: z.object({
    found: figureSchema,
    closedOfFound: figureSchema,
    open: figureSchema,
    overdue: figureSchema,
    listed: figureSchema,
    /** Open and found before the running period began. */
    carriedOver: figureSchema,
    byFamily: z.array(z.object({ family: z.enum(["records", "onSite"]), found: figureSchema })),
    byCategory: z.array(categorySchema),
    bySteps: z.array(stepSchema),
    overdueByHolder: z.array(z.object({ holder: overdueHazardSchema.shape.holder, overdue: figureSchema })),
    /** The most overdue first, at most five. */
    mostOverdue: z.array(overdueHazardSchema),
  }),
  /** How each figure is counted, by its name. */
  definitions: z.record(z.string(), z.string()),
});
export type Overview = z.output<typeof overviewSchema>;

export const getOverview = defineRoute({
  method: "GET",
  path: "/api/v1/overview",
  summary:
    "Needs of today, targets, acts by period, hazards by kind and step, overdue by holder; each figure with its rows",
  by: [...officeReaders, "agencyLead", "agencyReviewer", "communityOfficer"],
  query: z.object({
    /** Service year of the scheme; the running one without it. */
    year: z.coerce.number().int().optional(),
    community: z.uuid().optional(),
  }),
  response: overviewSchema,
});
