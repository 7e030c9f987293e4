// Whether an item may stand as it is said: its clauses exist and play roles they can, its branch leads somewhere.
import type { Problem } from "../../kernel/result.ts";
import type { InstrumentEntry, Library } from "../library.ts";
import { isPartOf } from "../library.ts";
import type { ArticleRow, CitationRole } from "../library-rows.ts";
import { enclosingArticles, parseReference } from "../reference.ts";
import { articleLabel } from "../statute/statute.ts";
import type { ItemContent } from "./item-content.ts";

/** The first fault of an item, or undefined. `codes` are those the catalogue holds or is about to. */
export function faultOfContent(
  library: Library,
  code: string,
  content: ItemContent,
  codes: ReadonlySet<string>,
): Problem | undefined {
  const seen = new Set<string>();
  for (const clause of content.clauses) {
    const fault = faultOfClause(library, clause.ref, clause.role);
    if (fault) return { code: fault.code, params: { ...fault.params, item: code } };
    // The direct clause may be the fallback as well: the same clause in two roles is no mistake.
    const named = `${clause.ref} ${clause.role}`;
    if (seen.has(named)) return { code: "catalogue.clause_twice", params: { item: code, reference: clause.ref } };
    seen.add(named);
  }
  if (!content.clauses.some((clause) => clause.role === "fallback"))
    return { code: "catalogue.no_fallback", params: { item: code } };
  if (content.severityDefault === "major" && content.severityConditions.length > 0 && content.severityCase === null)
    return { code: "catalogue.conditions_without_case", params: { item: code } };
  if (content.branch && (content.branch.after === code || !codes.has(content.branch.after)))
    return { code: "catalogue.branch_unknown", params: { item: code, after: content.branch.after } };
  return undefined;
}

/** What keeps a clause from being cited in a role; undefined where nothing does. */
export function faultOfClause(library: Library, reference: string, role: CitationRole): Problem | undefined {
  const parsed = parseReference(reference);
  if (!parsed.ok) return parsed.problem;
  const { instrumentId, article } = parsed.value;
  const instrument = library.instruments.get(instrumentId);
  if (!instrument) return { code: "catalogue.instrument_unknown", params: { reference, title: instrumentId } };
  const row = listedClause(instrument, article);
  if (!row)
    return {
      code: "catalogue.article_unknown",
      params: { reference, title: instrument.title, article: articleLabel(article) },
    };
  if (row.nature === "penalty" && role !== "conditional")
    return { code: "catalogue.penalty_role", params: { reference } };
  return undefined;
}

/** The clause itself, the one around it, or a part of it, in any version. */
function listedClause(instrument: InstrumentEntry, article: string): ArticleRow | undefined {
  const rows = instrument.versions.toReversed().flatMap((version) => [...version.articles.values()]);
  const around = new Set(enclosingArticles(article));
  return (
    rows.find((row) => row.article === article) ??
    rows.find((row) => around.has(row.article) || isPartOf(row.article, article))
  );
}
