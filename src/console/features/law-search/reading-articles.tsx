import type { LawReading } from "#api/law-search.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../../appearance/language.ts";

interface ReadingArticlesProps {
  readonly law: LawReading;
  readonly article: string;
  readonly onArticle: (article: string) => void;
}

/** The words as published; where they are not here, the summaries, marked as such. */
export function ReadingArticles({ law, article, onArticle }: ReadingArticlesProps) {
  const say = useSay();
  if (law.articles.length === 0 && law.clauses.length === 0)
    return (
      <section className="card">
        <EmptyState icon="book" title={say("这一版还没有条文", "No text yet")}>
          {say("请法规编辑导入公布的文本。", "The law editor has to import the published text.")}
        </EmptyState>
      </section>
    );
  const summed = law.articles.length === 0;
  const shown = summed
    ? law.clauses.map((one) => ({ article: one.article, lines: [one.summary], headings: [] }))
    : law.articles;
  return (
    <section className="card law-search__text" aria-label={say("条文", "Articles")}>
      {summed ? <p className="soft">{say("库里还没有原文，下面是摘要。", "Only summaries are here.")}</p> : null}
      {shown.map((one, index) => {
        const before = shown[index - 1]?.headings ?? [];
        const fresh = one.headings.filter((heading, at) => before[at] !== heading);
        return (
          <div key={one.article}>
            {fresh.map((heading) => (
              <h2 key={heading}>{heading}</h2>
            ))}
            <Article {...one} on={one.article === article} onOpen={() => onArticle(one.article)} />
          </div>
        );
      })}
    </section>
  );
}

interface ArticleProps {
  readonly article: string;
  readonly lines: readonly string[];
  readonly on: boolean;
  readonly onOpen: () => void;
}

function Article({ article, lines, on, onOpen }: ArticleProps) {
  return (
    <article id={`article-${article}`} className={on ? "law-search__on" : undefined}>
      <button type="button" className="law-search__no" aria-pressed={on} onClick={onOpen}>
        {articleLabel(article)}
      </button>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a published text have no other identity
        <p key={index} className={/^[（(]/.test(line) ? "law-search__item" : undefined}>
          {line}
        </p>
      ))}
    </article>
  );
}
