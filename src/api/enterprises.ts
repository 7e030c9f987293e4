// The register of enterprises and the page of one enterprise (一企一档).
import { z } from "zod";
import { linkStates } from "#domain/access/access-link.ts";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

const readers = [...officeReaders, ...agencyRoles, "communityOfficer"] as const;

export const grounds = ["a", "b", "c", "d"] as const;
export const actKinds = ["inspection", "supervision", "reinspection"] as const;
export const enterpriseSorts = ["register", "name", "-open", "-overdue", "due", "-revenue"] as const;
const yes = z.literal("1");

/** What the register is filtered by; every key is also the page's query string. */
/** How an act stands; 'fulfilled' is done or not needed because nothing was open. */
const actStates = ["done", "nothingOpen", "fulfilled", "owed", "gap"] as const;
export type ActState = (typeof actStates)[number];

export const enterpriseFilterSchema = z.object({
  /** Part of a name, a former name or a credit code. */
  text: z.string().trim().max(60).optional(),
  community: z.uuid().optional(),
  agency: z.uuid().optional(),
  scope: z.enum(["in", "out", "never"]).optional(),
  ground: z.enum(grounds).optional(),
  scale: z.enum(["above", "below", "unknown"]).optional(),
  /** Has an overdue hazard. */
  overdue: yes.optional(),
  /** Has an open hazard. */
  open: yes.optional(),
  /** Counted or missing in the coverage target. */
  coverage: z.enum(["done", "missing"]).optional(),
  standardization: z.enum(["due", "done", "missing"]).optional(),
  /** Acts of a kind … */
  act: z.enum(actKinds).optional(),
  /** … in a period … */
  period: z.coerce.number().int().min(1).max(12).optional(),
  /** … that stand so. */
  actState: z.enum(actStates).optional(),
  /** Service year; the running one without it. */
  year: z.coerce.number().int().optional(),
});
export type EnterpriseFilter = z.output<typeof enterpriseFilterSchema>;

/** A dot of the small grid; 'none' is not required. */
const dotSchema = z.enum(["done", "nothingOpen", "owed", "gap", "none"]);
export type Dot = z.output<typeof dotSchema>;

export const enterpriseRowSchema = z.object({
  id: z.uuid(),
  registerNo: z.int(),
  name: z.string(),
  creditCode: z.string().nullable(),
  communityName: z.string().nullable(),
  agencyName: z.string().nullable(),
  aboveScale: z.boolean().nullable(),
  industry: z.string().nullable(),
  mainRevenueFen: z.int().nullable(),
  /** null where the actor does not see scope decisions. */
  scope: z.enum(["in", "out", "never"]).nullable(),
  ground: z.enum(grounds).nullable(),
  /** Kinds by periods, row by row: inspection, supervision, reinspection. */
  dots: z.array(z.array(dotSchema)),
  openHazards: z.int(),
  overdueHazards: z.int(),
  nextDue: localDateSchema.nullable(),
});
export type EnterpriseRow = z.output<typeof enterpriseRowSchema>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const listEnterprises = defineRoute({
  method: "GET",
  path: "/api/v1/enterprises",
  summary: "The register: filtered, sorted, a page of 50; each row with its acts by period as dots",
  by: readers,
  query: enterpriseFilterSchema.extend({
    sort: z.enum(enterpriseSorts).default("register"),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(enterpriseRowSchema),
    periods: z.array(z.object({ no: z.int(), startsOn: localDateSchema, endsOn: localDateSchema })),
    communities: z.array(named),
    agencies: z.array(named),
  }),
});

export const exportEnterprises = defineRoute({
  method: "GET",
  path: "/api/v1/enterprises.xlsx",
  summary: "The register as an Excel sheet, with the same filter and order",
  by: readers,
  query: enterpriseFilterSchema.extend({ sort: z.enum(enterpriseSorts).default("register") }),
  response: z.any(),
});

const actSchema = z.object({
  kind: z.enum(actKinds),
  periodNo: z.int(),
  taskCode: z.string(),
  state: dotSchema,
  siteName: z.string().nullable(),
  plannedOn: localDateSchema.nullable(),
  /** Planned in a year whose holidays are not published yet: Monday to Friday for now, to be planned again. */
  provisional: z.boolean(),
  /** Where it was first planned, when it moved since. */
  movedFrom: localDateSchema.nullable(),
  replanReason: z.string().nullable(),
  windowTo: localDateSchema.nullable(),
  doneOn: localDateSchema.nullable(),
  /** Done after its period: made up for. */
  madeUp: z.boolean(),
  people: z.array(z.string()),
  visitId: z.uuid().nullable(),
  /** Counts of the result: of an inspection, a supervision or a re-inspection. */
  found: z.int().nullable(),
  fixedOnSite: z.int().nullable(),
  passed: z.int().nullable(),
  failed: z.int().nullable(),
  means: z.enum(["visit", "call", "message"]).nullable(),
});
export type Act = z.output<typeof actSchema>;

const fileHazardSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  description: z.string(),
  place: z.string(),
  category: z.string().nullable(),
  severity: z.enum(["general", "suspectedMajor", "major"]),
  step: z.int().min(1).max(5),
  holder: z.enum(["enterprise", "agency", "agencyLead", "officer", "enforcementOfficer", "nobody"]),
  dueOn: localDateSchema.nullable(),
  round: z.int(),
  carriedOver: z.boolean(),
  /** In how many periods' ends it was open. */
  timesCarried: z.int(),
  /** The first photo, once its bytes have arrived. */
  photoSlotId: z.uuid().nullable(),
});
export type FileHazard = z.output<typeof fileHazardSchema>;

const eventSchema = z.object({
  id: z.uuid(),
  command: z.string(),
  step: z.int().nullable(),
  at: z.string(),
  actorName: z.string(),
  onBehalf: z.boolean(),
  note: z.string().nullable(),
  hazardId: z.uuid(),
  hazardNumber: z.string(),
  description: z.string(),
});
export type FileEvent = z.output<typeof eventSchema>;

const fileLinkSchema = z.object({
  id: z.uuid(),
  visitId: z.uuid(),
  /** The visit's day. */
  inspectedOn: localDateSchema,
  /** For whom it was passed on; null for a whole visit's link. */
  label: z.string().nullable(),
  passedOn: z.boolean(),
  state: z.enum(linkStates),
  /** The last day it opens; null while a hazard of it is open. */
  validUntil: localDateSchema.nullable(),
  issuedAt: z.string(),
  issuedByName: z.string(),
  revokedReason: z.string().nullable(),
  /** Who gave their name on it. */
  holders: z.array(z.string()),
});
export type FileLink = z.output<typeof fileLinkSchema>;

export const enterpriseFileSchema = z.object({
  day: localDateSchema,
  facts: z.object({
    id: z.uuid(),
    registerNo: z.int(),
    name: z.string(),
    renamedFrom: z.string().nullable(),
    creditCode: z.string().nullable(),
    communityId: z.uuid().nullable(),
    communityName: z.string().nullable(),
    agencyName: z.string().nullable(),
    aboveScale: z.boolean().nullable(),
    industryKind: z.enum(["industrial", "wholesale", "retail", "catering", "other"]).nullable(),
    industry: z.string().nullable(),
    mainRevenueFen: z.int().nullable(),
    revenueYear: z.int().nullable(),
    employees: z.int().nullable(),
    principalName: z.string().nullable(),
    /** The middle four digits are left out. */
    principalPhone: z.string().nullable(),
    riskLevel: z.enum(["red", "orange", "yellow", "blue"]).nullable(),
    tags: z.array(z.string()),
  }),
  sites: z.array(
    z.object({ id: z.uuid(), name: z.string(), address: z.string().nullable(), tags: z.array(z.string()) }),
  ),
  /** Newest first; null where the actor does not see them. */
  scopeDecisions: z
    .array(
      z.object({
        id: z.uuid(),
        decision: z.enum(["in", "out"]),
        ground: z.enum(["a", "b", "c", "d", "none"]),
        effectiveFrom: localDateSchema,
        evidence: z.string(),
        decidedByName: z.string(),
        decidedAt: z.string(),
        /** The one that holds today. */
        holds: z.boolean(),
      }),
    )
    .nullable(),
  standardizations: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(["none", "creating", "applied", "graded", "revoked"]),
      grade: z.enum(["one", "two", "three", "smallMicro"]).nullable(),
      certificateNo: z.string().nullable(),
      validTo: localDateSchema.nullable(),
      effectiveFrom: localDateSchema,
      recordedByName: z.string(),
    }),
  ),
  years: z.array(z.int()),
  year: z.int().nullable(),
  periods: z.array(
    z.object({
      no: z.int(),
      startsOn: localDateSchema,
      endsOn: localDateSchema,
      state: z.enum(["past", "now", "future"]),
    }),
  ),
  acts: z.array(actSchema),
  hazards: z.object({ total: z.int(), open: z.int(), carriedOver: z.int(), rows: z.array(fileHazardSchema) }),
  visits: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["inspection", "reinspection"]),
      inspectedOn: localDateSchema,
      siteName: z.string().nullable(),
      expertName: z.string(),
      accompaniedName: z.string().nullable(),
      status: z.enum(["started", "finished"]),
      checkedItems: z.int(),
      found: z.int(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["onSiteRecord", "inspectionReport", "referralPackage"]),
      number: z.string(),
      state: z.enum(["draft", "reviewed", "issued", "void"]),
      draftedAt: z.string(),
      releasedAt: z.string().nullable(),
    }),
  ),
  /** Access links of its visits, newest first; the secret itself is nowhere. */
  links: z.array(fileLinkSchema),
  events: z.array(eventSchema),
  /** How many acts there are, with those left out of `events`. */
  eventsTotal: z.int(),
});
export type EnterpriseFile = z.output<typeof enterpriseFileSchema>;

export const getEnterpriseFile = defineRoute({
  method: "GET",
  path: "/api/v1/enterprises/:id",
  summary: "One enterprise on one page: facts, scope, standardization, acts by period, hazards, visits, documents",
  by: readers,
  params: z.object({ id: z.uuid() }),
  query: z.object({ year: z.coerce.number().int().optional() }),
  response: enterpriseFileSchema,
});
