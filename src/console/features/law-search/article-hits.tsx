import { Link } from "react-router";
import type { LawSearchAnswer } from "#api/law-search.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { useSay } from "../../appearance/language.ts";
import { ForceMark } from "./force-mark.tsx";
import { Marked } from "./marked.tsx";
import { readingPath } from "./reading-path.ts";

/** Articles found, with the words that matched marked. */
export function ArticleHits({ answer }: { readonly answer: LawSearchAnswer }) {
  const say = useSay();
  const { articles, words, more } = answer;
  if (articles.length === 0) return null;
  return (
    <section className="card law-search__card" aria-label={say("条文", "Articles")}>
      <h2>{say("条文", "Articles")}</h2>
      <ul className="law-search__list">
        {articles.map((one) => (
          <li key={`${one.instrumentId} ${one.version} ${one.article}`}>
            <Link to={readingPath(one.instrumentId, one.version, one.article)}>
              {`《${one.title}》${articleLabel(one.article)}`}
            </Link>
            <ForceMark force={one.force} />
            <p>
              {one.isSummary ? <span className="tag">{say("摘要", "Summary")}</span> : null}
              <Marked text={one.excerpt} words={words} />
            </p>
          </li>
        ))}
      </ul>
      {more ? <p className="soft">{say("还有更多，请再加一个词。", "There are more; add a word.")}</p> : null}
    </section>
  );
}
