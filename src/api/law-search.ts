// Search of law and catalogue for people, and the page an article is read on.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { INSTRUMENT_KINDS, NATURES } from "#domain/law/library-rows.ts";
import { catalogueReaders } from "./catalogue.ts";
import { defineRoute } from "./route.ts";

/** inForce: on the day asked. ended: repealed or replaced. */
export const VERSION_FORCES = ["inForce", "notYet", "ended", "dateUnknown"] as const;
export type VersionForce = (typeof VERSION_FORCES)[number];
const force = z.enum(VERSION_FORCES);

export const lawSearchQuerySchema = z.object({
  /** Words, initials of a name, or a law with an article's number. */
  q: z.string().trim().max(80).default(""),
  /** inForce: only what holds today. */
  force: z.enum(["inForce", "all"]).default("inForce"),
});

const instrumentHitSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(INSTRUMENT_KINDS),
  divisionCode: z.string(),
  /** The version in force, else the newest; null where none is released. */
  version: z.int().nullable(),
  docNumber: z.string().nullable(),
  force,
});

const articleHitSchema = z.object({
  instrumentId: z.string(),
  title: z.string(),
  version: z.int(),
  docNumber: z.string(),
  article: z.string(),
  force,
  /** Of the published words around the first find; the summary where the words are not in the library. */
  excerpt: z.string(),
  isSummary: z.boolean(),
});
export type ArticleHit = z.output<typeof articleHitSchema>;

const itemHitSchema = z.object({ code: z.string(), level2: z.string(), item: z.string(), off: z.boolean() });

export const searchLaw = defineRoute({
  method: "GET",
  path: "/api/v1/law/search",
  summary: "Finds laws, articles and catalogue items by words, initials, nickname or article number",
  by: catalogueReaders,
  query: lawSearchQuerySchema,
  response: z.object({
    day: localDateSchema,
    /** What was looked for, to be marked in the answers. */
    words: z.array(z.string()),
    instruments: z.array(instrumentHitSchema),
    articles: z.array(articleHitSchema),
    /** There are more articles than are shown. */
    more: z.boolean(),
    items: z.array(itemHitSchema),
  }),
});
export type LawSearchAnswer = z.output<typeof searchLaw.response>;

const readVersionSchema = z.object({
  version: z.int(),
  docNumber: z.string(),
  effectiveFrom: localDateSchema.nullable(),
  effectiveTo: localDateSchema.nullable(),
  force,
  articleCount: z.int(),
});

export const readLaw = defineRoute({
  method: "GET",
  path: "/api/v1/law/reading/:id",
  summary: "A law to be read in one of its released versions, with what cites each article",
  by: catalogueReaders,
  params: z.object({ id: z.string().min(1).max(200) }),
  query: z.object({
    /** The version in force today without it. */
    version: z.coerce.number().int().positive().optional(),
  }),
  response: z.object({
    day: localDateSchema,
    id: z.string(),
    title: z.string(),
    kind: z.enum(INSTRUMENT_KINDS),
    /** Of a tenant's own instrument: where its words are from, and whether they were compared with the paper. */
    own: z.object({ checked: z.boolean(), source: z.string() }).nullable(),
    /** Newest first in time. */
    versions: z.array(readVersionSchema),
    version: z.int(),
    articles: z.array(z.object({ article: z.string(), headings: z.array(z.string()), lines: z.array(z.string()) })),
    /** Summed up in our own words. */
    clauses: z.array(
      z.object({ article: z.string(), nature: z.enum(NATURES), summary: z.string(), verified: z.boolean() }),
    ),
    cites: z.array(
      z.object({
        /** The article without paragraph and item. */
        article: z.string(),
        items: z.array(z.object({ code: z.string(), item: z.string() })),
        openHazards: z.int(),
      }),
    ),
  }),
});
export type LawReading = z.output<typeof readLaw.response>;
