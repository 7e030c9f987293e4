import { printedArticle } from "#domain/documents/citation.ts";
import { CLAUSE_STATE_LABELS } from "#domain/law/labels.ts";
import { Icon } from "#ui/icon.tsx";
import { goTo } from "../../app/route.ts";
import type { ArticleEntry } from "./find-articles.ts";

export function ArticleLine({ entry }: { readonly entry: ArticleEntry }) {
  const { instrumentId, article, title, summary, state } = entry;
  return (
    <button type="button" className="line" onClick={() => goTo({ page: "article", instrumentId, article })}>
      <span className="grow">
        <span className="line__t">
          《{title}》{printedArticle(article)}
        </span>
        {state === "inForce" ? null : <span className="tag">{CLAUSE_STATE_LABELS[state].zh}</span>}
        <br />
        <span className="line__s">{summary}</span>
      </span>
      <Icon name="right" />
    </button>
  );
}
