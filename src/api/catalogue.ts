// The inspection catalogue: the list and one item as the tenant reads them, and the shared catalogue as a sheet in and out.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { itemCodeSchema, keptContentSchema } from "#domain/law/catalogue/item-content.ts";
import { RISK_LEVELS } from "#domain/law/catalogue/profile.ts";
import { BASES } from "#domain/law/citations.ts";
import { CLAUSE_STATES } from "#domain/law/clause-state.ts";
import { CITATION_ROLES, FAMILIES } from "#domain/law/library-rows.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

/** Everyone who works by the catalogue, reads it; who may write it is said by the commands. */
export const catalogueReaders = [...officeReaders, ...agencyRoles, "tenantAdmin", "lawEditor"] as const;

export const catalogueFilterSchema = z.object({
  /** Words of an item, initials of its name, or its code. */
  q: z.string().trim().max(60).optional(),
  family: z.enum(FAMILIES).optional(),
  /** major: a listed case may make it one. own and changed: the tenant's layer. off: not asked. */
  state: z.enum(["major", "fallbackOnly", "own", "changed", "off"]).optional(),
});
export type CatalogueFilter = z.output<typeof catalogueFilterSchema>;

const itemLineSchema = z.object({
  code: z.string(),
  family: z.enum(FAMILIES),
  level2: z.string(),
  item: z.string(),
  typicalHazard: z.string(),
  severityDefault: z.enum(["general", "major"]),
  basis: z.enum(BASES),
  layer: z.enum(["changed", "own"]).nullable(),
  off: z.boolean(),
});
export type CatalogueLine = z.output<typeof itemLineSchema>;

export const listCatalogue = defineRoute({
  method: "GET",
  path: "/api/v1/catalogue",
  summary: "The catalogue as the tenant reads it, with what each item stands on today",
  by: catalogueReaders,
  query: catalogueFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    counts: z.object({
      all: z.int(),
      major: z.int(),
      fallbackOnly: z.int(),
      own: z.int(),
      changed: z.int(),
      off: z.int(),
    }),
    rows: z.array(itemLineSchema),
  }),
});

const clauseOfItemSchema = z.object({
  instrumentId: z.string(),
  title: z.string(),
  article: z.string(),
  role: z.enum(CITATION_ROLES),
  state: z.enum(CLAUSE_STATES),
  verified: z.boolean(),
  summary: z.string(),
  satisfies: z.boolean(),
});

export const getCatalogueItem = defineRoute({
  method: "GET",
  path: "/api/v1/catalogue/:code",
  summary: "One item whole: what it says here, what the shared catalogue says, its clauses today, what it said before",
  by: catalogueReaders,
  params: z.object({ code: itemCodeSchema }),
  response: z.object({
    day: localDateSchema,
    code: z.string(),
    /** Library version of the last change; of an own item, the count of its changes. */
    version: z.int(),
    content: keptContentSchema,
    /** Where the tenant words it otherwise. */
    shared: keptContentSchema.nullable(),
    layer: z.enum(["changed", "own"]).nullable(),
    off: z.boolean(),
    /** Who set the layer and when. */
    layered: z.object({ name: z.string(), at: z.string(), note: z.string().nullable() }).nullable(),
    clauses: z.array(clauseOfItemSchema),
    openHazards: z.int(),
    versions: z.array(
      z.object({
        version: z.int(),
        content: keptContentSchema,
        replacedAt: z.string(),
        replacedByName: z.string(),
        note: z.string(),
      }),
    ),
  }),
});
export type CatalogueItemAnswer = z.output<typeof getCatalogueItem.response>;

export const getCatalogueSheet = defineRoute({
  method: "GET",
  path: "/api/v1/catalogue.xlsx",
  summary: "The whole catalogue as the tenant reads it, as an Excel sheet",
  by: catalogueReaders,
  response: z.unknown(),
});

export const catalogueImportSchema = z.object({
  rows: z.int(),
  created: z.array(z.string()),
  changed: z.array(z.string()),
  unchanged: z.int(),
  refused: z.array(z.object({ row: z.int(), field: z.string(), reason: z.string() })),
  saved: z.boolean(),
});
export type CatalogueImport = z.output<typeof catalogueImportSchema>;

export const postCatalogueSheet = defineRoute({
  method: "POST",
  path: "/api/v1/catalogue/sheet",
  summary: "Reads a catalogue sheet and says row by row what it would change; with save, changes it",
  by: ["lawEditor"],
  query: z.object({ save: z.enum(["yes", "no"]).default("no"), note: z.string().trim().max(300).optional() }),
  response: catalogueImportSchema,
});

/** What is known of the place; what is left out leaves nothing out. Lists are separated by commas. */
export const checklistQuerySchema = z.object({
  /** none: a place with no tag at all. */
  tags: z.string().max(400).optional(),
  trade: z
    .string()
    .regex(/^[A-Ta-t]?\d{0,4}$/)
    .optional(),
  risk: z.enum(RISK_LEVELS).optional(),
  /** The month of the visit; holiday: one is near. */
  month: z.coerce.number().int().min(1).max(12).optional(),
  holiday: z.literal("1").optional(),
});

export const getChecklist = defineRoute({
  method: "GET",
  path: "/api/v1/catalogue-checklist",
  summary: "The checklist for a kind of place, as a phone asks it",
  by: catalogueReaders,
  query: checklistQuerySchema,
  response: z.object({
    total: z.int(),
    sections: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        items: z.array(
          z.object({
            code: z.string(),
            item: z.string(),
            standard: z.string(),
            severityDefault: z.enum(["general", "major"]),
            profile: z.object({
              askedAfter: z.string().nullable(),
              askedOn: z.enum(["conform", "nonconform"]).nullable(),
              score: z.int(),
            }),
          }),
        ),
      }),
    ),
  }),
});
export type ChecklistAnswer = z.output<typeof getChecklist.response>;
