// An item's content written as rows and read back from them.
import type { CatalogueItem, Library } from "../library.ts";
import type { CatalogueCitationRow, CatalogueItemRow, Family } from "../library-rows.ts";
import { formatReference, parseReference } from "../reference.ts";
import { type ItemContent, itemContentSchema } from "./item-content.ts";
import { type ItemProfileRow, listOf, PLAIN_PROFILE } from "./profile.ts";

/** The first level is the family by its name in the catalogue. */
export function level1Of(family: Family): string {
  return family === "records" ? "基础管理" : "现场管理";
}

export function itemRowOf(code: string, content: ItemContent, version: number): CatalogueItemRow {
  const { family, level2, item, typicalHazard, advice, standard, severityDefault } = content;
  const words = { level2, item, typicalHazard, advice, standard };
  return { code, family, level1: level1Of(family), ...words, severityDefault, version };
}

export function profileRowOf(code: string, content: ItemContent): ItemProfileRow {
  const { tags, trades, seasons, riskFrom, branch, score, severityCase, severityConditions, retired } = content;
  return {
    itemCode: code,
    tags: tags?.join(";") ?? null,
    trades: trades.join(";") || null,
    seasons: seasons.join(";") || null,
    ...{ riskFrom, askedAfter: branch?.after ?? null, askedOn: branch?.on ?? null, score, severityCase },
    severityConditions: severityConditions.join("\n") || null,
    retired,
  };
}

/** In the order given, the fallbacks last. References that cannot be read are left out: the check before refuses them. */
export function citationRowsOf(library: Library, code: string, content: ItemContent): readonly CatalogueCitationRow[] {
  const last = content.clauses.filter((clause) => clause.role === "fallback");
  const first = content.clauses.filter((clause) => clause.role !== "fallback");
  return clauseRowsOf(library, code, [...first, ...last]);
}

/** Rows of clauses in their order. */
export function clauseRowsOf(
  library: Library,
  code: string,
  clauses: ItemContent["clauses"],
): readonly CatalogueCitationRow[] {
  return clauses.flatMap(({ ref, role, countedIn: pinned }, index) => {
    const parsed = parseReference(ref);
    if (!parsed.ok) return [];
    const { instrumentId, article } = parsed.value;
    const countedIn = pinned ?? countOf(library, code, instrumentId, article);
    return [{ itemCode: code, position: index + 1, instrumentId, article, role, countedIn }];
  });
}

/** With the count each is named by today, so that a later version of the law moves it and never gives it other words. */
export function countedClauses(
  library: Library,
  code: string,
  clauses: ItemContent["clauses"],
): ItemContent["clauses"] {
  return clauses.map(({ ref, role }) => {
    const parsed = parseReference(ref);
    const countedIn = parsed.ok ? countOf(library, code, parsed.value.instrumentId, parsed.value.article) : null;
    return { ref, role, countedIn };
  });
}

/** The count an item already names the clause by, else the newest version that lists it; null where none does. */
function countOf(library: Library, code: string, instrumentId: string, article: string): number | null {
  const known = library.items
    .get(code)
    ?.citations.find((row) => row.instrumentId === instrumentId && row.article === article);
  if (known) return known.countedIn ?? null;
  const versions = library.instruments.get(instrumentId)?.versions ?? [];
  const listed = versions.filter((version) => version.articles.has(article)).map((version) => version.version);
  return listed.length > 0 ? Math.max(...listed) : null;
}

/** What an item says now, as one value. */
export function contentOf(item: CatalogueItem): ItemContent {
  const profile = item.profile ?? { ...PLAIN_PROFILE, itemCode: item.code };
  const { family, level2, typicalHazard, advice, standard, severityDefault } = item;
  const { severityCase, riskFrom, askedAfter, askedOn, score, retired } = profile;
  const tags = profile.tags === null ? null : listOf(profile.tags);
  return itemContentSchema.parse({
    ...{ family, level2, item: item.item, typicalHazard, advice, standard, severityDefault, severityCase },
    severityConditions: listOf(profile.severityConditions, "\n"),
    clauses: item.citations.map((row) => ({ ref: formatReference(row), role: row.role })),
    ...{ tags, trades: listOf(profile.trades), seasons: listOf(profile.seasons), riskFrom },
    branch: askedAfter === null ? null : { after: askedAfter, on: askedOn },
    ...{ score, retired },
  });
}
