// The law editor's library: instruments, their versions and texts, what is unverified, two versions side by side, and a
// published text on its way in.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { CERTAINTIES, INSTRUMENT_KINDS, NATURES } from "#domain/law/library-rows.ts";
import { catalogueReaders } from "./catalogue.ts";
import { defineRoute } from "./route.ts";

const editors = ["lawEditor"] as const;
const paged = { total: z.int(), page: z.int(), pageSize: z.int() };
const pageQuery = { page: z.coerce.number().int().min(1).max(10_000).default(1) };

export const instrumentFilterSchema = z.object({
  /** Part of a title or short title. */
  q: z.string().trim().max(60).optional(),
  kind: z.enum(INSTRUMENT_KINDS).optional(),
  /** pending: a version waits for its mapping. unverified: a clause or a text was not compared. noText: summaries alone. */
  state: z.enum(["pending", "unverified", "noText"]).optional(),
});
export type InstrumentFilter = z.output<typeof instrumentFilterSchema>;

export const instrumentLineSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(INSTRUMENT_KINDS),
  divisionCode: z.string(),
  versions: z.int(),
  /** Of the newest released version. */
  docNumber: z.string().nullable(),
  effectiveFrom: localDateSchema.nullable(),
  effectiveTo: localDateSchema.nullable(),
  articles: z.int(),
  clauses: z.int(),
  unverified: z.int(),
  pending: z.int(),
});
export type InstrumentLine = z.output<typeof instrumentLineSchema>;

export const listInstruments = defineRoute({
  method: "GET",
  path: "/api/v1/law/instruments",
  summary: "The law library, a line an instrument, with what waits for the editor",
  by: editors,
  query: instrumentFilterSchema.extend(pageQuery),
  response: z.object({
    ...paged,
    day: localDateSchema,
    rows: z.array(instrumentLineSchema),
    counts: z.object({ instruments: z.int(), pending: z.int(), unverified: z.int(), noText: z.int() }),
  }),
});

const versionLineSchema = z.object({
  version: z.int(),
  state: z.enum(["pending", "released", "rejected"]),
  docNumber: z.string(),
  passedOn: localDateSchema.nullable(),
  effectiveFrom: localDateSchema.nullable(),
  effectiveTo: localDateSchema.nullable(),
  replacedBy: z.string().nullable(),
  certainty: z.enum(CERTAINTIES),
  source: z.string(),
  fileName: z.string().nullable(),
  articleCount: z.int(),
  clauses: z.int(),
  doubts: z.array(z.string()),
  checkedByName: z.string().nullable(),
  checkedAt: z.string().nullable(),
  note: z.string().nullable(),
});
export type VersionLine = z.output<typeof versionLineSchema>;

const instrumentParams = z.object({ id: z.string().min(1).max(200) });
const versionParams = instrumentParams.extend({ version: z.coerce.number().int().positive() });

export const getInstrument = defineRoute({
  method: "GET",
  path: "/api/v1/law/instruments/:id",
  summary: "An instrument with its versions, newest first in time",
  by: editors,
  params: instrumentParams,
  response: z.object({
    day: localDateSchema,
    id: z.string(),
    title: z.string(),
    kind: z.enum(INSTRUMENT_KINDS),
    divisionCode: z.string(),
    versions: z.array(versionLineSchema),
  }),
});

const clauseSchema = z.object({
  instrumentId: z.string(),
  title: z.string(),
  version: z.int(),
  docNumber: z.string(),
  article: z.string(),
  nature: z.enum(NATURES),
  topic: z.string(),
  summary: z.string(),
  verified: z.boolean(),
  checkedByName: z.string().nullable(),
  checkNote: z.string().nullable(),
  /** The published words of this very clause; null where the text is not in the library or has no such part. */
  words: z.string().nullable(),
  /** The version's text is here and this clause is not in it. */
  notInText: z.boolean(),
});
export type LawClause = z.output<typeof clauseSchema>;

export const getInstrumentVersion = defineRoute({
  method: "GET",
  path: "/api/v1/law/instruments/:id/versions/:version",
  summary: "A version's text article by article, and the clauses summed up from it",
  by: editors,
  params: versionParams,
  response: versionLineSchema.extend({
    id: z.string(),
    title: z.string(),
    day: localDateSchema,
    history: z.string().nullable(),
    preamble: z.string().nullable(),
    appendix: z.string().nullable(),
    articles: z.array(z.object({ article: z.string(), headings: z.array(z.string()), lines: z.array(z.string()) })),
    clauseList: z.array(clauseSchema),
  }),
});

const comparedSchema = z.object({
  from: z.string(),
  to: z.string().nullable(),
  change: z.enum(["same", "changed", "dropped", "unknown"]),
  likeness: z.number(),
  before: z.string(),
  /** Cited by the catalogue or summed up: a wrong answer here would be printed. */
  cited: z.boolean(),
});
const pairSchema = z.object({
  earlier: z.int(),
  later: z.int(),
  earlierName: z.string(),
  laterName: z.string(),
  rows: z.array(comparedSchema),
  targets: z.array(z.object({ article: z.string(), words: z.string() })),
  /** Articles of the later version that nothing became. */
  added: z.array(z.string()),
});
export type ComparedPair = z.output<typeof pairSchema>;

export const getComparison = defineRoute({
  method: "GET",
  path: "/api/v1/law/instruments/:id/versions/:version/comparison",
  summary:
    "A version beside its neighbours in time, article by article, with where each article is thought to have gone; one that waits, for the editor alone",
  by: catalogueReaders,
  params: versionParams,
  query: z.object({
    /** The first day in force as the editor is about to set it; it decides who the neighbours are. */
    effectiveFrom: localDateSchema.optional(),
  }),
  response: z.object({
    id: z.string(),
    title: z.string(),
    version: z.int(),
    docNumber: z.string(),
    state: z.enum(["pending", "released", "rejected"]),
    effectiveFrom: localDateSchema.nullable(),
    fromEarlier: pairSchema.nullable(),
    toLater: pairSchema.nullable(),
  }),
});
export type Comparison = z.output<typeof getComparison.response>;

export const listUnverified = defineRoute({
  method: "GET",
  path: "/api/v1/law/unverified",
  summary: "What nobody has compared with the original yet: clauses and texts, the law editor's work list",
  by: editors,
  query: z.object({ q: z.string().trim().max(60).optional(), ...pageQuery }),
  response: z.object({
    ...paged,
    rows: z.array(clauseSchema),
    texts: z.array(
      z.object({
        instrumentId: z.string(),
        title: z.string(),
        version: z.int(),
        docNumber: z.string(),
        articleCount: z.int(),
        doubts: z.array(z.string()),
      }),
    ),
  }),
});

const fileParams = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const statutePreviewSchema = z.object({
  sha256: z.string(),
  fileName: z.string(),
  title: z.string(),
  kind: z.enum(INSTRUMENT_KINDS),
  divisionCode: z.string(),
  passedOn: localDateSchema.nullable(),
  effectiveFrom: localDateSchema.nullable(),
  history: z.array(z.string()),
  counts: z.object({
    headings: z.int(),
    articles: z.int(),
    paragraphs: z.int(),
    items: z.int(),
    appendixLines: z.int(),
  }),
  articles: z.array(
    z.object({
      article: z.string(),
      headings: z.array(z.string()),
      opening: z.string(),
      paragraphs: z.int(),
      items: z.int(),
    }),
  ),
  warnings: z.array(z.string()),
  /** What saving would do; with a refusal's sentence where it would be refused. */
  placement: z.enum(["unchanged", "attach", "new", "rejected", "otherText", "undated"]),
  placementVersion: z.int().nullable(),
  waits: z.boolean(),
});
export type StatutePreview = z.output<typeof statutePreviewSchema>;

export const postLawFile = defineRoute({
  method: "POST",
  path: "/api/v1/law/files",
  summary:
    "Reads one statute file (Markdown, plain text, DOCX) and says what was recognised; nothing is saved of its contents",
  by: editors,
  query: z.object({ name: z.string().min(1).max(260) }),
  response: statutePreviewSchema,
});

export const postLawImport = defineRoute({
  method: "POST",
  path: "/api/v1/law/files/:sha256/import",
  summary: "Takes a file that was read into the library, as a command of the editor",
  by: editors,
  params: fileParams,
  body: z.object({ fileName: z.string().min(1).max(260), source: z.string().trim().min(1).max(400) }),
  response: z.object({
    instrumentId: z.string(),
    version: z.int(),
    state: z.enum(["pending", "released"]),
    changed: z.boolean(),
  }),
});
export type LawImported = z.output<typeof postLawImport.response>;
