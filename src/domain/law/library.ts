// The law library and the catalogue as one read-only object, built once from plain rows.
// Faults in the rows are kept as findings for the editor; nothing is dropped without one.
import type { ItemProfileRow } from "./catalogue/profile.ts";
import type {
  ArticleRow,
  CatalogueCitationRow,
  CatalogueItemRow,
  InstrumentRow,
  LibraryRows,
  VersionRow,
} from "./library-rows.ts";
import { enclosingArticles, formatReference } from "./reference.ts";
import { inTimeOrder, type Moves, movesOf } from "./timeline.ts";

/** A fault in the rows: a row given twice, a reference or parent that is not there, an item without a fallback. */
export interface LibraryFinding {
  readonly kind: "duplicate" | "orphan" | "unresolvedReference" | "enclosingOnly" | "penaltyFirst" | "noFallback";
  readonly at: string;
  readonly detail: string;
}

export interface InstrumentEntry extends InstrumentRow {
  /** In the order in which they came into force, oldest first; a version's number says only when it became known. */
  readonly versions: readonly VersionEntry[];
  /** Where articles went between versions that follow one another. */
  readonly moves: Moves;
  /** The tenant's own, not of the shared library; its summaries are the published words. */
  readonly own?: true | undefined;
}

export interface VersionEntry extends VersionRow {
  readonly articles: ReadonlyMap<string, ArticleRow>;
}

export interface CatalogueItem extends CatalogueItemRow {
  /** In the order of the catalogue; the fallback last. */
  readonly citations: readonly CatalogueCitationRow[];
  /** Whom it concerns; absent: asked as the product's own list of tags says. */
  readonly profile?: ItemProfileRow | undefined;
  /** Said by the tenant: other words, or an item of its own. */
  readonly layer?: "changed" | "own" | undefined;
  /** Not asked any more; kept so that what was found by it can still be named. */
  readonly off?: boolean | undefined;
}

export interface Library {
  readonly version: number;
  readonly instruments: ReadonlyMap<string, InstrumentEntry>;
  /** By code. */
  readonly items: ReadonlyMap<string, CatalogueItem>;
  readonly findings: readonly LibraryFinding[];
}

/** Builds the library. Of rows with the same key the first is kept and the others are listed as findings. */
export function buildLibrary(rows: LibraryRows): Library {
  const findings: LibraryFinding[] = [];
  const instruments = collectInstruments(rows, findings);
  const items = collectItems(rows, findings);
  const library: Library = { version: rows.version, instruments, items, findings };
  for (const item of items.values()) findings.push(...faultsOf(item, instruments));
  return library;
}

function collectInstruments(rows: LibraryRows, findings: LibraryFinding[]): Map<string, InstrumentEntry> {
  const instruments = keepFirst(rows.instruments, (row) => row.id, findings);
  const versions = keepFirst(rows.versions, (row) => `${row.instrumentId} v${row.version}`, findings);
  const articles = keepFirst(rows.articles, (row) => `${formatReference(row)} v${row.version}`, findings);
  const byVersion = Map.groupBy(articles.values(), (row) => `${row.instrumentId} v${row.version}`);
  const byInstrument = Map.groupBy(versions.values(), (row) => row.instrumentId);
  const moves = Map.groupBy(rows.moves ?? [], (row) => row.instrumentId);
  listOrphans(byVersion.keys(), versions, findings);
  listOrphans(byInstrument.keys(), instruments, findings);
  const entries = [...instruments.values()].map((row): [string, InstrumentEntry] => {
    const own = inTimeOrder(byInstrument.get(row.id) ?? []);
    const withArticles = own.map((version) => {
      const list = byVersion.get(`${version.instrumentId} v${version.version}`) ?? [];
      return { ...version, articles: new Map(list.map((article) => [article.article, article])) };
    });
    return [row.id, { ...row, versions: withArticles, moves: movesOf(moves.get(row.id) ?? []) }];
  });
  return new Map(entries);
}

function collectItems(rows: LibraryRows, findings: LibraryFinding[]): Map<string, CatalogueItem> {
  const items = keepFirst(rows.items, (row) => row.code, findings);
  const citations = keepFirst(rows.citations, (row) => `${row.itemCode} ${formatReference(row)} ${row.role}`, findings);
  const byItem = Map.groupBy(citations.values(), (row) => row.itemCode);
  const profiles = new Map((rows.profiles ?? []).map((row) => [row.itemCode, row]));
  listOrphans(byItem.keys(), items, findings);
  return new Map(
    [...items.values()].toSorted(byCode).map((row) => [
      row.code,
      {
        ...row,
        citations: (byItem.get(row.code) ?? []).toSorted((a, b) => a.position - b.position),
        ...profileOf(profiles.get(row.code)),
      },
    ]),
  );
}

function profileOf(profile: ItemProfileRow | undefined): Pick<CatalogueItem, "profile" | "off"> {
  if (!profile) return {};
  return profile.retired ? { profile, off: true } : { profile };
}

function byCode(a: CatalogueItemRow, b: CatalogueItemRow): number {
  return a.code < b.code ? -1 : 1;
}

function keepFirst<Row>(rows: readonly Row[], keyOf: (row: Row) => string, findings: LibraryFinding[]) {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    if (kept.has(key)) findings.push({ kind: "duplicate", at: key, detail: "重复行，保留第一行" });
    else kept.set(key, row);
  }
  return kept;
}

function listOrphans(keys: Iterable<string>, parents: ReadonlyMap<string, unknown>, findings: LibraryFinding[]): void {
  for (const key of keys) {
    if (!parents.has(key)) findings.push({ kind: "orphan", at: key, detail: "上级行不存在，未采用" });
  }
}

/** What is wrong with an item's references, whatever the day. */
function faultsOf(item: CatalogueItem, instruments: ReadonlyMap<string, InstrumentEntry>): LibraryFinding[] {
  const faults: LibraryFinding[] = [];
  const report = (kind: LibraryFinding["kind"], detail: string) => faults.push({ kind, at: item.code, detail });
  if (!item.citations.some((citation) => citation.role === "fallback")) report("noFallback", "没有兜底条款");
  for (const citation of item.citations) {
    const known = (instruments.get(citation.instrumentId)?.versions ?? []).flatMap((version) => [
      ...version.articles.values(),
    ]);
    const exact = known.find((article) => article.article === citation.article);
    if (exact?.nature === "penalty" && citation.role !== "conditional")
      report("penaltyFirst", formatReference(citation));
    if (exact) continue;
    const around = enclosingArticles(citation.article);
    const near = known.some(
      (article) => around.includes(article.article) || isPartOf(article.article, citation.article),
    );
    report(near ? "enclosingOnly" : "unresolvedReference", formatReference(citation));
  }
  return faults;
}

/** Whether `inner` is a paragraph, item or sub-clause of `outer`. */
export function isPartOf(inner: string, outer: string): boolean {
  return enclosingArticles(inner).includes(outer);
}
