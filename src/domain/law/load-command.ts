// The product's own reference files brought into the library, through the journal like everything else. What an editor or
// an import has changed since is left alone.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { type Change, type DecidedEvent, insert, remove, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many } from "../kernel/command.ts";
import type { Entity, Row } from "../kernel/entities.ts";
import { ok } from "../kernel/result.ts";
import type {
  Articles,
  CatalogueCitations,
  CatalogueItems,
  Instruments,
  InstrumentVersions,
} from "../rows.generated.ts";
import { CERTAINTIES, CITATION_ROLES, FAMILIES, INSTRUMENT_KINDS, NATURES } from "./library-rows.ts";
import { libraryRelease, nextLibraryVersion } from "./release.ts";

const instrument = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(INSTRUMENT_KINDS),
  divisionCode: z.string(),
});
const version = z.object({
  instrumentId: z.string(),
  version: z.int().positive(),
  docNumber: z.string(),
  effectiveFrom: localDateSchema.nullable(),
  effectiveTo: localDateSchema.nullable(),
  replacedBy: z.string().nullable(),
  source: z.string(),
  certainty: z.enum(CERTAINTIES),
});
const article = z.object({
  instrumentId: z.string(),
  version: z.int().positive(),
  article: z.string(),
  nature: z.enum(NATURES),
  topic: z.string(),
  keywords: z.string(),
  summary: z.string(),
  verified: z.boolean(),
});
const item = z.object({
  code: z.string(),
  family: z.enum(FAMILIES),
  level1: z.string(),
  level2: z.string(),
  item: z.string(),
  typicalHazard: z.string(),
  advice: z.string(),
  standard: z.string(),
  severityDefault: z.enum(["general", "major"]),
});
const citation = z.object({
  itemCode: z.string(),
  position: z.int().positive(),
  instrumentId: z.string(),
  article: z.string(),
  role: z.enum(CITATION_ROLES),
});
const loadArgs = z.object({
  /** Of the reference files, so that the next start knows them. */
  sha256: z.string(),
  instruments: z.array(instrument),
  versions: z.array(version),
  articles: z.array(article),
  items: z.array(item),
  citations: z.array(citation),
});
type LoadArgs = z.output<typeof loadArgs>;

interface Held {
  readonly instruments: readonly Instruments[];
  readonly versions: readonly InstrumentVersions[];
  readonly articles: readonly Articles[];
  readonly items: readonly CatalogueItems[];
  readonly citations: readonly CatalogueCitations[];
}

const loadLibrary = defineCommand({
  name: "law.load",
  label: { zh: "载入参考法规与目录", en: "Load reference law and catalogue" },
  by: ["system"],
  args: loadArgs,
  needs: () => ({
    releases: many("libraryVersions", {}),
    instruments: many("instruments", {}),
    versions: many("instrumentVersions", {}),
    articles: many("articles", {}),
    items: many("catalogueItems", {}),
    citations: many("catalogueCitations", {}),
  }),
  decide: (state, args, { today }) => {
    const release = nextLibraryVersion(state.releases);
    const events = [...instrumentEvents(state, args), ...itemEvents(state, args, release)];
    return ok({ events: [libraryRelease(release, "参考法规与目录", today, args.sha256), ...events] });
  },
});

/** One event an instrument: itself, its versions, its clauses. */
function instrumentEvents(held: Held, args: LoadArgs): readonly DecidedEvent[] {
  const versions = Map.groupBy(args.versions, (row) => row.instrumentId);
  const articles = Map.groupBy(args.articles, (row) => row.instrumentId);
  const known = {
    instruments: new Map(held.instruments.map((row) => [row.id, row])),
    versions: new Map(held.versions.map((row) => [`${row.instrumentId} ${row.version}`, row])),
    articles: new Map(held.articles.map((row) => [`${row.instrumentId} ${row.version} ${row.article}`, row])),
  };
  return args.instruments.flatMap((row) => {
    const own = (versions.get(row.id) ?? []).filter((one) =>
      isSame(known.versions.get(`${row.id} ${one.version}`), one),
    );
    const numbers = new Set(own.map((one) => one.version));
    const clauses = (articles.get(row.id) ?? []).filter((one) => numbers.has(one.version));
    const changes = [
      ...put("instruments", known.instruments.get(row.id), row, { ...row, origin: "reference" }),
      ...own.flatMap((one) =>
        put("instrumentVersions", known.versions.get(`${row.id} ${one.version}`), one, { ...NO_TEXT, ...one }),
      ),
      ...clauses.flatMap((one) =>
        put("articles", known.articles.get(`${row.id} ${one.version} ${one.article}`), one, { ...UNCHECKED, ...one }),
      ),
    ];
    return changes.length > 0 ? [{ subject: { type: "instruments" as const, id: row.id }, changes }] : [];
  });
}

/** A number may have gone to a version that was imported meanwhile; the reference's own of that number then stays away. */
function isSame(held: InstrumentVersions | undefined, said: LoadArgs["versions"][number]): boolean {
  return held === undefined || held.origin === "reference" || held.docNumber === said.docNumber;
}

const UNCHECKED = { origin: "reference", checkedByName: null, checkedAt: null, checkNote: null } as const;
const NO_TEXT = {
  origin: "reference",
  state: "released",
  passedOn: null,
  history: null,
  preamble: null,
  appendix: null,
  articleCount: 0,
  textSha256: null,
  fileName: null,
  fileSha256: null,
  doubts: null,
  checkedByName: null,
  checkedAt: null,
  note: null,
} as const;

/** One event an item: itself and its citations, which are taken as a whole. */
function itemEvents(held: Held, args: LoadArgs, release: number): readonly DecidedEvent[] {
  const known = new Map(held.items.map((row) => [row.code, row]));
  const before = Map.groupBy(held.citations, (row) => row.itemCode);
  const after = Map.groupBy(args.citations, (row) => row.itemCode);
  return args.items.flatMap((row) => {
    const own = known.get(row.code);
    if (own && own.origin !== "reference") return [];
    const citations = citationChanges(before.get(row.code) ?? [], after.get(row.code) ?? [], args);
    const changed = own === undefined || citations.length > 0 || differs(own, row);
    const values = { ...row, version: release, origin: "reference" as const };
    const self = !changed ? [] : own ? [update("catalogueItems", own, values)] : [insert("catalogueItems", values)];
    const changes = [...self, ...citations];
    return changes.length > 0 ? [{ subject: { type: "catalogueItems" as const, id: row.code }, changes }] : [];
  });
}

function citationChanges(
  before: readonly CatalogueCitations[],
  after: LoadArgs["citations"],
  args: LoadArgs,
): readonly Change[] {
  const gone = before.filter((row) => !after.some((one) => one.position === row.position));
  const kept = after.flatMap((one) => {
    const values = { ...one, countedIn: countedIn(one, args) };
    const own = before.find((row) => row.position === one.position);
    if (!own) return [insert("catalogueCitations", values)];
    return differs(own, values) ? [update("catalogueCitations", own, values)] : [];
  });
  return [...gone.map((row) => remove("catalogueCitations", row)), ...kept];
}

/** The newest version that lists the clause; null where none does. */
function countedIn(ref: { instrumentId: string; article: string }, { articles }: LoadArgs): number | null {
  const listed = articles.filter((row) => row.instrumentId === ref.instrumentId && row.article === ref.article);
  return listed.length > 0 ? Math.max(...listed.map((row) => row.version)) : null;
}

/** Adds a row that is missing; changes one that only the reference files have spoken of. */
function put<E extends Entity>(
  entity: E,
  own: (Row<E> & { readonly origin: string }) | undefined,
  said: Partial<Row<E>>,
  whole: Row<E>,
): readonly Change[] {
  if (!own) return [insert(entity, whole)];
  return own.origin === "reference" && differs(own, said) ? [update(entity, own, said)] : [];
}

function differs(own: object, said: object): boolean {
  const held = new Map(Object.entries(own));
  return Object.entries(said).some(([column, value]) => held.get(column) !== value);
}

export const loadCommands: readonly AnyCommand[] = [loadLibrary];
