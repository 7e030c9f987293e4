// 查法规: one box for a law, an article by its number, words, initials or a nickname; what holds today, or all.
import { Link } from "react-router";
import { type LawSearchAnswer, lawSearchQuerySchema, searchLaw } from "#api/law-search.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ArticleHits } from "./article-hits.tsx";
import { ForceMark } from "./force-mark.tsx";
import "./law-search.css";
import { readingPath } from "./reading-path.ts";

export function LawSearchPage() {
  const say = useSay();
  const { query, change } = useListQuery(searchLaw.query ?? lawSearchQuerySchema);
  const view = (force: "inForce" | "all", name: string) => ({
    ...{ key: force, name, on: query.force === force },
    onOpen: () => change({ force }),
  });
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("查法规", "Search law")}</h1>
          <p className="page__lead">
            {say(
              "写条号（安法三十三条）、词（疏散 通道）、简称或拼音首字母（xff）都行。",
              "A number, words, a nickname or initials.",
            )}
          </p>
        </div>
      </div>
      <ViewTabs
        label={say("查哪些", "Which")}
        views={[view("inForce", say("今天有效的", "In force")), view("all", say("全部版本", "All"))]}
      />
      <div className="filters law-search__box">
        <FilterText label={say("查什么", "Search for")} value={query.q || undefined} onFind={(q) => change({ q })} />
      </div>
      {query.q ? <Found q={query.q} force={query.force} /> : null}
    </div>
  );
}

function Found(query: { readonly q: string; readonly force: "inForce" | "all" }) {
  const say = useSay();
  return (
    <Loaded query={useRoute(searchLaw, { query })} failed={say("没能查成", "The search failed")}>
      {(answer) => <Answer answer={answer} />}
    </Loaded>
  );
}

function Answer({ answer }: { readonly answer: LawSearchAnswer }) {
  const say = useSay();
  if (answer.instruments.length + answer.articles.length + answer.items.length === 0)
    return (
      <section className="card">
        <EmptyState icon="search" title={say("没有查到", "Nothing found")}>
          {say(
            "换个说法或少写几个字；也可能还没施行或已废止，看看“全部版本”。",
            "Use fewer or other words, or look in all versions.",
          )}
        </EmptyState>
      </section>
    );
  return (
    <>
      <Instruments answer={answer} />
      <ArticleHits answer={answer} />
      <Items answer={answer} />
    </>
  );
}

function Instruments({ answer }: { readonly answer: LawSearchAnswer }) {
  const say = useSay();
  if (answer.instruments.length === 0) return null;
  return (
    <section className="card law-search__card" aria-label={say("法规", "Laws")}>
      <h2>{say("法规", "Laws")}</h2>
      <ul className="law-search__list">
        {answer.instruments.map((one) => (
          <li key={one.id}>
            {one.version === null ? <b>{one.title}</b> : <Link to={readingPath(one.id, one.version)}>{one.title}</Link>}
            <span className="table__sub">
              <Dotted parts={[one.docNumber]} />
            </span>
            <ForceMark force={one.force} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Items({ answer }: { readonly answer: LawSearchAnswer }) {
  const say = useSay();
  if (answer.items.length === 0) return null;
  return (
    <section className="card law-search__card" aria-label={say("检查项", "Catalogue items")}>
      <h2>{say("检查目录里的", "In the catalogue")}</h2>
      <ul className="law-search__list">
        {answer.items.map((one) => (
          <li key={one.code}>
            <Link to={`/catalogue/${one.code}`}>{one.item}</Link>
            <span className="table__sub">
              <Dotted parts={[one.code, one.level2, one.off && say("停用", "off")]} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
