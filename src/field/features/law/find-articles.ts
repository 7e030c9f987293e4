// Articles of law by one's own words or by number: every word has to be in title, number, topic, keywords or summary. Pure.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { printedArticle } from "#domain/documents/citation.ts";
import { type ClauseStateName, clauseStateOn } from "#domain/law/clause-state.ts";
import type { Library } from "#domain/law/library.ts";
import { folded } from "../../store/folded.ts";

export interface ArticleEntry {
  readonly instrumentId: string;
  readonly article: string;
  readonly title: string;
  readonly summary: string;
  readonly state: ClauseStateName;
  /** Title and number. */
  readonly head: string;
  readonly body: string;
}

/** Every article once, as it stands on the day; built once a day and library. */
export function articleEntries(library: Library, day: LocalDate): readonly ArticleEntry[] {
  return [...library.instruments.values()].flatMap((instrument) => {
    const numbers = new Set(instrument.versions.flatMap((version) => [...version.articles.keys()]));
    return [...numbers].flatMap((article) => {
      const { row, state } = clauseStateOn(library, { instrumentId: instrument.id, article }, day);
      if (!row) return [];
      const head = folded(`${instrument.title} ${article} ${printedArticle(article)}`);
      const body = folded(`${row.topic} ${row.keywords} ${row.summary}`);
      return [
        { instrumentId: instrument.id, article, title: instrument.title, summary: row.summary, state, head, body },
      ];
    });
  });
}

/** Best first: what is in force, then words in title and number, then the others in the library's order. */
export function findArticles(entries: readonly ArticleEntry[], query: string, limit: number): readonly ArticleEntry[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const scored = entries.flatMap((entry) => {
    const inHead = words.filter((word) => entry.head.includes(word)).length;
    if (!words.every((word) => entry.head.includes(word) || entry.body.includes(word))) return [];
    return [{ entry, score: inHead + (entry.state === "inForce" ? words.length + 1 : 0) }];
  });
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
