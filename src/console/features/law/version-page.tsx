// The text of one version, article by article, with the clauses that were summed up from it.
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { getInstrumentVersion } from "#api/law-library.ts";
import { NATURE_LABELS, UNVERIFIED_LABEL } from "#domain/law/labels.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { forceWords, instrumentPath } from "./law-words.ts";
import "./law.css";
import { Mark } from "./mark.tsx";

type Version = z.output<typeof getInstrumentVersion.response>;

export function VersionPage() {
  const say = useSay();
  const { id = "", version = "" } = useParams();
  const query = useRoute(getInstrumentVersion, { params: { id, version: Number(version) } });
  return (
    <Loaded query={query} failed={say("没能打开这个版本", "Could not be opened")}>
      {(answer) => (
        <div className="page">
          <nav className="crumbs" aria-label={say("位置", "Where")}>
            <Link to="/law">{say("法规库", "Law library")}</Link>
            <Icon name="right" />
            <Link to={instrumentPath(answer.id)}>{answer.id}</Link>
            <Icon name="right" />
            <span>{answer.docNumber}</span>
          </nav>
          <div className="page__head">
            <div>
              <h1>{answer.title}</h1>
              <p className="page__lead">
                <Dotted parts={[answer.docNumber, forceWords(answer, answer.day, say)]} />
              </p>
            </div>
          </div>
          <div className="cols cols--detail">
            <TextCard version={answer} />
            <ClausesCard version={answer} />
          </div>
        </div>
      )}
    </Loaded>
  );
}

function TextCard({ version }: { readonly version: Version }) {
  const say = useSay();
  if (version.articles.length === 0) {
    return (
      <section className="card">
        <EmptyState icon="book" title={say("这一版还没有条文", "No text yet")}>
          {say("导入公布的文本，条文会并到这一版。", "Import the published text; it will join this version.")}
        </EmptyState>
      </section>
    );
  }
  let last: readonly string[] = [];
  return (
    <section className="card law-text" aria-label={say("条文", "Text")}>
      {version.history ? <p className="soft law-text__history">{version.history}</p> : null}
      {version.articles.map(({ article, headings, lines }) => {
        const fresh = headings.filter((heading, index) => last[index] !== heading || last.length !== headings.length);
        last = headings;
        return (
          <div key={article}>
            {fresh.map((heading) => (
              <h2 key={heading}>{heading}</h2>
            ))}
            <Article article={article} lines={lines} />
          </div>
        );
      })}
      {version.appendix ? <p className="law-text__history">{version.appendix}</p> : null}
    </section>
  );
}

/** Lines of an article are its paragraphs and items, in an order that never changes. */
function Article({ article, lines }: { readonly article: string; readonly lines: readonly string[] }) {
  return (
    <article id={`article-${article}`}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a published text have no other identity
        <p key={index} className={/^[（(]/.test(line) ? "law-text__item" : undefined}>
          {index === 0 ? <b>{articleLabel(article)}　</b> : null}
          {line}
        </p>
      ))}
    </article>
  );
}

function ClausesCard({ version }: { readonly version: Version }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card law-clauses" aria-label={say("可引条款", "Clauses")}>
      <div className="card__head">
        <h2>{say(`可引条款${version.clauseList.length}条`, `${version.clauseList.length} clauses`)}</h2>
      </div>
      <div className="card__body">
        {version.clauseList.length === 0 ? <p className="soft">{say("还没有写摘要的条款。", "None yet.")}</p> : null}
        {version.clauseList.map((clause) => (
          <div key={clause.article} className="law-clause">
            <b>{articleLabel(clause.article)}</b>
            <span className="law-marks">
              <span className="tag">{word(NATURE_LABELS[clause.nature])}</span>
              {clause.verified ? null : (
                <Mark tone="soon" icon="ask">
                  {word(UNVERIFIED_LABEL)}
                </Mark>
              )}
              {clause.notInText ? (
                <Mark tone="late" icon="alert">
                  {say("条文里没有", "Not in the text")}
                </Mark>
              ) : null}
            </span>
            <p>{clause.summary}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
