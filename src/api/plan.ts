// The plan board: the inspections of one period by week and expert, what is unplanned or missed, and what a plan can be made of.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

const personSchema = z.object({
  membershipId: z.uuid(),
  name: z.string(),
  title: z.string().nullable(),
  agencyId: z.uuid().nullable(),
  agencyName: z.string().nullable(),
});
export type PlanPerson = z.output<typeof personSchema>;

const taskSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.enum(["inspection", "reinspection"]),
  state: z.enum(["owed", "fulfilled"]),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  agencyId: z.uuid().nullable(),
  periodNo: z.int(),
  periodEndsOn: localDateSchema,
  /** The planned day; for a re-inspection the last day of its window; for what is done the day it was. */
  on: localDateSchema.nullable(),
  firstPlannedOn: localDateSchema.nullable(),
  replannedCount: z.int(),
  replanReason: z.string().nullable(),
  windowFrom: localDateSchema.nullable(),
  expertMembershipId: z.uuid().nullable(),
  officerMembershipId: z.uuid().nullable(),
});
export type PlanTask = z.output<typeof taskSchema>;

const visitsADaySchema = z.object({ expert: z.int(), officer: z.int() });

export const planBoardSchema = z.object({
  day: localDateSchema,
  scheme: z.object({ id: z.uuid(), name: z.string(), serviceYear: z.int(), startsOn: localDateSchema }).nullable(),
  years: z.array(z.int()),
  periods: z.array(
    z.object({
      no: z.int(),
      startsOn: localDateSchema,
      endsOn: localDateSchema,
      state: z.enum(["past", "now", "future"]),
      owed: z.object({ inspection: z.int(), supervision: z.int(), reinspection: z.int() }),
    }),
  ),
  period: z.int().nullable(),
  /** Visits a day one person is planned for. */
  visitsADay: visitsADaySchema,
  /** Monday to Sunday, over the whole period. */
  weeks: z.array(z.object({ from: localDateSchema, to: localDateSchema, workingDays: z.array(localDateSchema) })),
  experts: z.array(personSchema),
  officers: z.array(personSchema),
  tasks: z.array(taskSchema),
  /** Owed inspections without a day, without an expert, or past their day; those of earlier periods too. */
  tray: z.array(taskSchema),
  mayMove: z.boolean(),
  mayNameOfficer: z.boolean(),
  mayMake: z.boolean(),
  maySetCapacity: z.boolean(),
});
export type PlanBoard = z.output<typeof planBoardSchema>;

const readers = [...officeReaders, ...agencyRoles] as const;

export const getPlanBoard = defineRoute({
  method: "GET",
  path: "/api/v1/plan",
  summary: "One period's inspections and re-inspection windows by week and expert, and what waits to be planned",
  by: readers,
  query: z.object({
    year: z.coerce.number().int().optional(),
    period: z.coerce.number().int().min(1).max(12).optional(),
    agency: z.uuid().optional(),
  }),
  response: planBoardSchema,
});

export const getPlanCandidates = defineRoute({
  method: "GET",
  path: "/api/v1/plan/candidates",
  summary: "Enterprises in scope whose plan is not complete, and who may be planned",
  by: ["officer", "officeLead"],
  query: z.object({ year: z.coerce.number().int().optional() }),
  response: z.object({
    day: localDateSchema,
    schemeId: z.uuid().nullable(),
    startsOn: localDateSchema.nullable(),
    enterpriseIds: z.array(z.uuid()),
    /** Of these: not entrusted to an agency, so that no day can be found. */
    withoutAgency: z.int(),
    visitsADay: visitsADaySchema,
    experts: z.array(personSchema),
    officers: z.array(personSchema),
  }),
});
