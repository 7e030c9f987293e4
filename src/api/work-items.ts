// The work list 待办: every act that waits for somebody, who holds it, since when, and by which day.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { holdingParties } from "#domain/hazard/responsible.ts";
import { holders, severities } from "#domain/hazard/statuses.ts";
import { defineRoute, officeReaders } from "./route.ts";

export const workKinds = [
  "severity",
  "contest",
  "void",
  "referral",
  "extension",
  "enforce",
  "rectify",
  "reinspect",
  "reviewReport",
  "releaseReport",
  "batch",
  "takeOver",
  "reroute",
  "inspectionTask",
  "supervisionTask",
  "reinspectionTask",
  "tipTriage",
  "tipAnswer",
] as const;
export type WorkKind = (typeof workKinds)[number];

/** Everyone who can hold a work item: a hazard's holders, and those who owe reports and tasks. */
export const workHolders = [...holders, "agencyReviewer", "community", "memberUnit", "officeLead"] as const;
export type WorkHolder = (typeof workHolders)[number];

export const workViews = ["mine", "today", "overdue", "others", "all"] as const;
export type WorkView = (typeof workViews)[number];
export const workSorts = ["consequence", "due", "since"] as const;

export const workFilterSchema = z.object({
  view: z.enum(workViews).default("mine"),
  kind: z.enum(workKinds).optional(),
  holder: z.enum(workHolders).optional(),
  community: z.uuid().optional(),
  agency: z.uuid().optional(),
  /** All holders of one party (R14), and of its items those about a hazard or the others. */
  responsible: z.enum([...holdingParties, "community"]).optional(),
  about: z.enum(["hazard", "other"]).optional(),
  step: z.coerce.number().int().min(1).max(5).optional(),
  severity: z.enum(severities).optional(),
  due: z.enum(["overdue", "today", "soon", "later", "none"]).optional(),
  /** Part of an enterprise's name or of what it is about. */
  text: z.string().trim().max(60).optional(),
});
export type WorkFilter = z.output<typeof workFilterSchema>;

export const workItemSchema = z.object({
  /** Kind and subject; stable while it waits. */
  key: z.string(),
  kind: z.enum(workKinds),
  subject: z.enum(["hazard", "document", "task", "batch", "tip"]),
  subjectId: z.uuid(),
  /** What it is about: the hazard's description, the report's or task's number. */
  title: z.string(),
  number: z.string().nullable(),
  place: z.string().nullable(),
  /** Null while a tip was not assigned to an enterprise. */
  enterpriseId: z.uuid().nullable(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  step: z.int().min(1).max(5).nullable(),
  severity: z.enum(severities).nullable(),
  holder: z.enum(workHolders),
  /** Which agency, community or member unit that is; null for everyone else. */
  holderName: z.string().nullable(),
  since: localDateSchema,
  /** Who brought it here. */
  fromName: z.string().nullable(),
  /** The holder's own day, where one runs. */
  dueOn: localDateSchema.nullable(),
  /** The hour, where the holder's clock runs in hours. */
  dueAt: z.string().nullable(),
  /** The enterprise's day that runs on while another holds it. */
  enterpriseDue: localDateSchema.nullable(),
  /** Days asked for, where an extension is. */
  daysAsked: z.int().nullable(),
});
export type WorkItem = z.output<typeof workItemSchema>;

export const workReaders = [...officeReaders, "agencyLead", "agencyReviewer", "communityOfficer"] as const;
const sort = z.enum(workSorts).default("consequence");

export const listWorkItems = defineRoute({
  method: "GET",
  path: "/api/v1/work-items",
  summary: "Who holds what, since when: open hazards and everything beside them that waits for an act",
  by: workReaders,
  query: workFilterSchema.extend({ sort, page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    items: z.array(workItemSchema),
    counts: z.record(z.enum(workViews), z.int()),
    communities: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});

export const exportWorkItems = defineRoute({
  method: "GET",
  path: "/api/v1/work-items.xlsx",
  summary: "The same work items as an Excel sheet",
  by: workReaders,
  query: workFilterSchema.extend({ sort }),
  response: z.any(),
});
