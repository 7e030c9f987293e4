import { App } from "antd";
import { Link } from "react-router";
import type { LawReading } from "#api/law-search.ts";
import { UNVERIFIED_LABEL } from "#domain/law/labels.ts";
import { articleLabel, articleOf } from "#domain/law/statute/statute.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { citationText } from "./citation-text.ts";

interface ReadingSideProps {
  readonly law: LawReading;
  readonly article: string;
}

/** The chosen article: copied as a citation, its summary, and what cites it. */
export function ReadingSide({ law, article }: ReadingSideProps) {
  const say = useSay();
  const { message } = App.useApp();
  const cites = law.cites.find((one) => one.article === articleOf(article));
  async function copy() {
    try {
      await navigator.clipboard.writeText(citationText(law, article));
      void message.success(say("已复制引用", "Copied"));
    } catch {
      void message.error(say("浏览器没让复制，请选中文字复制。", "The browser refused; select the text instead."));
    }
  }
  return (
    <section className="card law-search__side" aria-label={say("这一条", "This article")}>
      <h2>{articleLabel(article)}</h2>
      <button type="button" className="btn btn--primary" onClick={() => void copy()}>
        <Icon name="text" />
        {say("复制为引用", "Copy as a citation")}
      </button>
      <Summaries law={law} article={article} />
      <h3>{say("谁引用它", "What cites it")}</h3>
      <p>{say(`未销号的隐患${cites?.openHazards ?? 0}条`, `${cites?.openHazards ?? 0} open hazards`)}</p>
      {cites && cites.items.length > 0 ? (
        <ul className="law-search__list">
          {cites.items.map((one) => (
            <li key={one.code}>
              <Link to={`/catalogue/${one.code}`}>{`${one.code} ${one.item}`}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{say("检查目录里没有引用它。", "No catalogue item cites it.")}</p>
      )}
    </section>
  );
}

function Summaries({ law, article }: ReadingSideProps) {
  const word = useWord();
  return law.clauses
    .filter((one) => articleOf(one.article) === articleOf(article))
    .map((one) => (
      <p key={one.article}>
        <b>{articleLabel(one.article)}　</b>
        {one.summary}
        {one.verified ? null : <span className="tag">{word(UNVERIFIED_LABEL)}</span>}
      </p>
    ));
}
