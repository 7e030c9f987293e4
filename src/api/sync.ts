// What a phone pulls: one snapshot a membership, and the law library once a version.
import { z } from "zod";
import { RISK_LEVELS } from "#domain/law/catalogue/profile.ts";
import { CERTAINTIES, CITATION_ROLES, FAMILIES, INSTRUMENT_KINDS, NATURES } from "#domain/law/library-rows.ts";
import { defineRoute } from "./route.ts";
import { syncedEntities } from "./synced-entities.ts";

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const rowsSchema = z.partialRecord(z.enum(syncedEntities), z.array(rowSchema));

const headSchema = z.object({
  /** The journal's head; the rows are at least as new. */
  version: z.int(),
  /** Shanghai's day the horizon was counted from. */
  day: z.iso.date(),
  now: z.string(),
  /** The app that asked is too old, in words; its work is taken all the same. */
  update: z.string().optional(),
});

/** The tenant's layer over the catalogue, laid over the library on the phone. */
const overrideSchema = z.object({
  itemCode: z.string(),
  kind: z.enum(["change", "own"]),
  off: z.boolean(),
  content: z.string(),
  version: z.int(),
});

export const snapshotSchema = headSchema.extend({
  unchanged: z.literal(false),
  divisionCode: z.string(),
  libraryVersion: z.int(),
  calendar: z.object({
    /** Days that differ from Monday to Friday, the tenant's corrections among them. */
    exceptions: z.array(z.object({ day: z.iso.date(), working: z.boolean() })),
    publishedYears: z.array(z.int()),
  }),
  rows: rowsSchema,
  /** Left out by a server that knows no layers. */
  catalogueOverrides: z.array(overrideSchema).optional(),
  /** The tenant's own instruments, laid into the library on the phone. */
  ownInstruments: z.array(z.object({ id: z.string(), content: z.string(), version: z.int() })).optional(),
  /** Keys of the lessons that the agency has set aside. */
  setAsideLessons: z.array(z.string()).optional(),
});
export type SnapshotAnswer = z.output<typeof snapshotSchema>;

export const syncAnswerSchema = z.discriminatedUnion("unchanged", [
  snapshotSchema,
  headSchema.extend({ unchanged: z.literal(true) }),
]);
export type SyncAnswer = z.output<typeof syncAnswerSchema>;

export const getSync = defineRoute({
  method: "GET",
  path: "/api/v1/sync",
  summary: "Everything this expert's membership may need in the field, or that nothing changed",
  by: ["expert"],
  query: z.object({ since: z.coerce.number().int().optional(), day: z.iso.date().optional() }),
  response: syncAnswerSchema,
});

export const libraryRowsSchema = z.object({
  version: z.int(),
  instruments: z.array(
    z.object({ id: z.string(), title: z.string(), kind: z.enum(INSTRUMENT_KINDS), divisionCode: z.string() }),
  ),
  versions: z.array(
    z.object({
      instrumentId: z.string(),
      version: z.int(),
      docNumber: z.string(),
      effectiveFrom: z.string().nullable(),
      effectiveTo: z.string().nullable(),
      replacedBy: z.string().nullable(),
      source: z.string(),
      certainty: z.enum(CERTAINTIES),
      passedOn: z.string().nullish(),
    }),
  ),
  articles: z.array(
    z.object({
      instrumentId: z.string(),
      version: z.int(),
      article: z.string(),
      nature: z.enum(NATURES),
      topic: z.string(),
      keywords: z.string(),
      summary: z.string(),
      verified: z.boolean(),
    }),
  ),
  items: z.array(
    z.object({
      code: z.string(),
      family: z.enum(FAMILIES),
      level1: z.string(),
      level2: z.string(),
      item: z.string(),
      typicalHazard: z.string(),
      advice: z.string(),
      standard: z.string(),
      severityDefault: z.enum(["general", "major"]),
      version: z.int(),
    }),
  ),
  citations: z.array(
    z.object({
      itemCode: z.string(),
      position: z.int(),
      instrumentId: z.string(),
      article: z.string(),
      role: z.enum(CITATION_ROLES),
      countedIn: z.int().nullish(),
    }),
  ),
  /** Whom items concern. */
  profiles: z
    .array(
      z.object({
        itemCode: z.string(),
        tags: z.string().nullable(),
        trades: z.string().nullable(),
        seasons: z.string().nullable(),
        riskFrom: z.enum(RISK_LEVELS).nullable(),
        askedAfter: z.string().nullable(),
        askedOn: z.enum(["conform", "nonconform"]).nullable(),
        score: z.int(),
        severityCase: z.string().nullable(),
        severityConditions: z.string().nullable(),
        retired: z.boolean(),
      }),
    )
    .optional(),
  /** Where articles went from one version to the next. */
  moves: z
    .array(
      z.object({
        instrumentId: z.string(),
        fromVersion: z.int(),
        toVersion: z.int(),
        fromArticle: z.string(),
        toArticle: z.string().nullable(),
      }),
    )
    .optional(),
});
export type LibraryAnswer = z.output<typeof libraryAnswerSchema>;

export const libraryAnswerSchema = z.object({
  version: z.int(),
  /** Left out when the version asked about is the newest. */
  rows: libraryRowsSchema.optional(),
});

export const getLibrary = defineRoute({
  method: "GET",
  path: "/api/v1/library",
  summary: "The law library and the catalogue, once a version",
  by: "signedIn",
  query: z.object({ have: z.coerce.number().int().optional() }),
  response: libraryAnswerSchema,
});

export const getOutboxKey = defineRoute({
  method: "GET",
  path: "/api/v1/outbox-key",
  summary: "The key that seals the caller's own unsent work when it leaves a phone as a file",
  by: "signedIn",
  response: z.object({ key: z.string() }),
});

export const directoryRowSchema = z.object({
  id: z.string(),
  /** Its first site; none registered yet leaves it out. */
  siteId: z.string().nullable(),
  name: z.string(),
  address: z.string(),
  community: z.string(),
  creditCode: z.string(),
});
export type DirectoryRow = z.output<typeof directoryRowSchema>;

/** In portions, by register number: a phone that was cut off goes on where it stood. */
export const getDirectory = defineRoute({
  method: "GET",
  path: "/api/v1/sync/enterprises",
  summary: "Names and addresses of the enterprises this expert's agency serves, for searching without a signal",
  by: ["expert"],
  query: z.object({ after: z.coerce.number().int().min(0).optional() }),
  response: z.object({
    rows: z.array(directoryRowSchema),
    /** Ask for those after this register number; null when these were the last. */
    next: z.int().nullable(),
  }),
});
export type DirectoryAnswer = z.output<typeof getDirectory.response>;
