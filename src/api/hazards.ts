// The list of hazards and the page of one. Every figure of the overview opens the list by query string.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { deskCommands } from "#domain/hazard/acts-now.ts";
import { holdingParties } from "#domain/hazard/responsible.ts";
import { hazardStatuses, holders, severities } from "#domain/hazard/statuses.ts";
import { extensionSchema, referralSchema, routingSchema, treatmentPlanSchema } from "./hazard-hangings.ts";
import { stepGroups } from "./overview.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

export const hazardPageRoles = [...officeReaders, ...agencyRoles, "communityOfficer"] as const;

const yes = z.literal("1");
export const hazardFlags = ["contested", "referralProposed", "extensionPending", "voidProposed"] as const;
export const hazardSorts = ["consequence", "due", "-found", "number", "since"] as const;

/** What the list is filtered by; every key is also the page's query string. */
export const hazardFilterSchema = z.object({
  /** Part of a number, a description, a place or an enterprise's name. */
  text: z.string().trim().max(60).optional(),
  /** 'open' without it. */
  state: z.enum(["open", "closed", "all"]).optional(),
  status: z.enum(hazardStatuses).optional(),
  family: z.enum(["records", "onSite"]).optional(),
  category: z.string().max(60).optional(),
  severity: z.enum(severities).optional(),
  holder: z.enum(holders).optional(),
  /** In the hands of one party, whoever of it. */
  responsible: z.enum(holdingParties).optional(),
  /** Overdue, and told to this party. */
  told: z.enum(["community", "office", "leadingGroup"]).optional(),
  group: z.enum(stepGroups).optional(),
  flag: z.enum(hazardFlags).optional(),
  overdue: yes.optional(),
  due: z.enum(["soon"]).optional(),
  listed: yes.optional(),
  carriedOver: yes.optional(),
  /** Found in the service year up to today. */
  found: z.enum(["year"]).optional(),
  foundFrom: localDateSchema.optional(),
  foundTo: localDateSchema.optional(),
  enterprise: z.uuid().optional(),
  community: z.uuid().optional(),
  agency: z.uuid().optional(),
  /** Looked after by this member unit; with a state, only those it has taken or still has to answer. */
  unit: z.union([z.uuid(), z.literal("any")]).optional(),
  unitState: z.enum(["asked", "taken"]).optional(),
  visit: z.uuid().optional(),
  /** Service year; the running one without it. */
  year: z.coerce.number().int().optional(),
});
export type HazardFilter = z.output<typeof hazardFilterSchema>;

export const hazardRowSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  description: z.string(),
  place: z.string(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  agencyName: z.string().nullable(),
  family: z.enum(["records", "onSite"]),
  category: z.string().nullable(),
  severity: z.enum(severities),
  status: z.enum(hazardStatuses),
  contested: z.boolean(),
  step: z.int().min(1).max(5).nullable(),
  holder: z.enum(holders),
  heldSince: localDateSchema,
  /** The running day: the enterprise's while it rectifies, the agency's while a re-inspection is due. */
  dueOn: localDateSchema.nullable(),
  round: z.int(),
  foundOn: localDateSchema,
  closedOn: localDateSchema.nullable(),
});
export type HazardRow = z.output<typeof hazardRowSchema>;

const named = z.object({ id: z.uuid(), name: z.string() });
const sort = z.enum(hazardSorts).default("consequence");

export const listHazards = defineRoute({
  method: "GET",
  path: "/api/v1/hazards",
  summary: "Hazards: filtered, sorted, a page of 50",
  by: hazardPageRoles,
  query: hazardFilterSchema.extend({ sort, page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(hazardRowSchema),
    communities: z.array(named),
    agencies: z.array(named),
    categories: z.array(z.string()),
    /** The enterprise filtered by, in words. */
    enterpriseName: z.string().nullable(),
  }),
});

export const exportHazards = defineRoute({
  method: "GET",
  path: "/api/v1/hazards.xlsx",
  summary: "The same hazards as an Excel sheet",
  by: hazardPageRoles,
  query: hazardFilterSchema.extend({ sort }),
  response: z.any(),
});

const lineSchema = z.object({
  id: z.uuid(),
  command: z.string(),
  step: z.int().min(1).max(5).nullable(),
  round: z.int(),
  actorName: z.string(),
  actorRole: z.string(),
  onBehalf: z.boolean(),
  note: z.string().nullable(),
  /** When it was done, and when the server took it. */
  occurredAt: z.string(),
  receivedAt: z.string(),
  means: z.enum(["visit", "call", "message"]).nullable(),
});
export type HazardLine = z.output<typeof lineSchema>;

const photoSchema = z.object({
  id: z.uuid(),
  purpose: z.enum([
    "hazard",
    "fixedOnSite",
    "rectification",
    "reinspection",
    "supervision",
    "refusal",
    "extension",
    "signature",
    "register",
    "selfInspection",
  ]),
  state: z.enum(["expected", "stored", "declaredLost"]),
  takenAt: z.string(),
  source: z.enum(["camera", "library", "drawn", "form"]),
  lostReason: z.string().nullable(),
});
export type HazardPhoto = z.output<typeof photoSchema>;

const citationSchema = z.object({
  position: z.int(),
  role: z.enum(["direct", "standard", "conditional", "fallback"]),
  state: z.enum(["inForce", "notYet", "repealed", "replaced", "dateUnknown"]),
  title: z.string(),
  article: z.string(),
  summary: z.string(),
  verified: z.boolean(),
});

export const hazardPageSchema = z.object({
  day: localDateSchema,
  hazard: hazardRowSchema.extend({
    siteId: z.uuid(),
    siteName: z.string().nullable(),
    advice: z.string(),
    standard: z.string(),
    itemCode: z.string(),
    noPhotoReason: z.enum(["documentsAbsent", "photographyForbidden", "danger"]).nullable(),
    severityCase: z.string().nullable(),
    suspectedAt: z.string().nullable(),
    /** The hour by which a suspicion is to be dealt with; null once it is. */
    severityDueAt: z.string().nullable(),
    /** Advice of the agency; it binds nobody. */
    stopUseAdvice: z.string().nullable(),
    /** File and row of the paper it came from; null for one found in the field. */
    importedFrom: z.string().nullable(),
    listed: z.boolean(),
    contestReason: z.string().nullable(),
    extensionPending: z.boolean(),
    referralProposed: z.boolean(),
    voidProposed: z.boolean(),
    voidConfirmedByOffice: z.boolean(),
    voidConfirmedByAgency: z.boolean(),
    refusedByEnterprise: z.boolean(),
    failedRounds: z.int(),
    rectificationDue: localDateSchema.nullable(),
    reinspectionDue: localDateSchema.nullable(),
    deadlineRule: z.string(),
    deadlineDays: z.int(),
    deadlineReason: z.string().nullable(),
    clockStartedOn: localDateSchema.nullable(),
    closedHow: z.enum(["fixedOnSite", "reinspected", "finalReinspection"]).nullable(),
    heldSinceAt: z.string(),
  }),
  visit: z.object({
    id: z.uuid(),
    inspectedOn: localDateSchema,
    expertName: z.string(),
    accompaniedName: z.string().nullable(),
  }),
  /** Carried over, n-th time (0 once closed). Before: the same item at the same enterprise, how often and when last. */
  timesCarried: z.int(),
  before: z.object({ times: z.int(), lastOn: localDateSchema.nullable() }),
  steps: z.array(
    z.object({
      step: z.int().min(1).max(5),
      state: z.enum(["done", "current", "ahead", "notNeeded"]),
      lines: z.array(lineSchema),
    }),
  ),
  /** Newest first. */
  events: z.array(lineSchema),
  citations: z.array(citationSchema),
  photos: z.array(photoSchema),
  extensions: z.array(extensionSchema),
  referrals: z.array(referralSchema),
  /** The referral whose package this role may fetch; null before the office has decided, and for everyone else. */
  packagedReferral: z.uuid().nullable(),
  /** Newest first; the enterprise's own counts before advice. */
  plans: z.array(treatmentPlanSchema),
  /** The listed cases to choose from, while the hazard is suspected to be major. */
  /** Member units that were asked to look after it, the newest first; the standing one is not replaced. */
  /** Delegated to this subdistrict today; offered with the decision on a referral. */
  delegatedItems: z.array(z.object({ id: z.uuid(), words: z.string() })),
  routings: z.array(routingSchema),
  /** The units a person of the office may route it to. */
  units: z.array(named),
  routingActs: z.array(z.enum(["hazard.route", "routing.take", "routing.sendBack"])),
  majorCases: z.array(z.object({ id: z.string(), words: z.string(), conditions: z.array(z.string()) })),
  documents: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["onSiteRecord", "inspectionReport", "referralPackage"]),
      number: z.string(),
      state: z.enum(["draft", "reviewed", "issued", "void"]),
      printed: z.boolean(),
    }),
  ),
  /** What this role may do now, from the hazard's table. */
  acts: z.array(z.enum(deskCommands)),
  maySupervise: z.boolean(),
  referralGrounds: z.array(z.enum(["overdue", "refusal", "threeFailedRounds"])),
  /** The scheme's days for a next round. */
  schemeDays: z.int(),
});
export type HazardPage = z.output<typeof hazardPageSchema>;

export const getHazard = defineRoute({
  method: "GET",
  path: "/api/v1/hazards/:id",
  summary:
    "One hazard on one page: who holds it, five steps, what happened, law, photos, and what this role may do now",
  by: hazardPageRoles,
  params: z.object({ id: z.uuid() }),
  response: hazardPageSchema,
});
