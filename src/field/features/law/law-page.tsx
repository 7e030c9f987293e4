// Search without a signal: enterprises, catalogue items, articles of law, by one's own words.
import { memo, useState } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { FieldNav } from "../../components/field-nav.tsx";
import { Page } from "../../components/page.tsx";
import { ArticleLine } from "./article-line.tsx";
import { EnterpriseLine } from "./enterprise-line.tsx";
import { MOST_COUNTED } from "./find-enterprises.ts";
import { ItemFold } from "./item-fold.tsx";
import { keepQuery, keptQuery } from "./kept-query.ts";
import { type Finds, useSearch } from "./use-search.ts";

export function LawPage() {
  const [query, setQuery] = useState(keptQuery);
  const finds = useSearch(query);
  const change = (words: string) => {
    setQuery(words);
    keepQuery(words);
  };
  return (
    <Page title="查找" nav={<FieldNav here="law" />}>
      <label className="row input search">
        <Icon name="search" />
        <input
          type="search"
          aria-label="搜企业、检查项、法条"
          placeholder="企业名、隐患或法条"
          value={query}
          onChange={(event) => change(event.target.value)}
        />
      </label>
      {finds ? <Results finds={finds} /> : <Skeleton label="正在读清单与法条" lines={4} />}
    </Page>
  );
}

/** Kept while the same finds stand: a letter typed waits for no list. */
const Results = memo(function Results({ finds }: { readonly finds: Finds }) {
  if (finds.library.items.size === 0) {
    return (
      <EmptyState icon="book" title="还没备齐">
        连上网后会自动下载。
      </EmptyState>
    );
  }
  if (finds.query === "") {
    return (
      <div data-query="" {...(finds.enterprises ? { "data-searchable": true } : {})}>
        <EmptyState icon="search" title="输几个字就能搜">
          企业写简称也行，如“恒达厂”；隐患用自己的话，如“漏保没装”；法条写名称和条号，如“消防法 第28条”。
        </EmptyState>
      </div>
    );
  }
  const { enterprises, items, articles } = finds;
  const none = enterprises?.total === 0 && items.length === 0 && articles.length === 0;
  return (
    // The query is said, so that a test can tell these results from those before.
    <div className="stack" data-query={finds.query}>
      {none ? (
        <EmptyState icon="search" title={`没有找到“${finds.query}”`}>
          换几个字，或少写一个词再试。
        </EmptyState>
      ) : null}
      <Enterprises finds={finds} />
      {items.length > 0 ? (
        <section aria-label="检查项" className="finds">
          <h2 className="h-sec">检查项</h2>
          {items.map((item) => (
            <ItemFold key={item.code} item={item} library={finds.library} />
          ))}
        </section>
      ) : null}
      {articles.length > 0 ? (
        <section aria-label="法条" className="finds">
          <h2 className="h-sec">法条</h2>
          <div className="panel">
            {articles.map((entry) => (
              <ArticleLine key={`${entry.instrumentId}#${entry.article}`} entry={entry} />
            ))}
          </div>
        </section>
      ) : null}
    </div>
  );
});

function Enterprises({ finds: { enterprises, hasDirectory } }: { readonly finds: Finds }) {
  if (!hasDirectory) return <p className="line__s">企业名录还没下完，先搜得到检查项和法条。</p>;
  if (!enterprises) return <p className="line__s">正在读企业名录</p>;
  if (enterprises.total === 0) return null;
  const { found, total } = enterprises;
  const all = total >= MOST_COUNTED ? `${MOST_COUNTED}家以上` : `共${total}家`;
  return (
    <section aria-label="企业">
      <h2 className="h-sec">
        企业
        <small>{total > found.length ? `${all}，先列${found.length}家，再写几个字` : `${total}家`}</small>
      </h2>
      <div className="panel">
        {found.map((one) => (
          <EnterpriseLine key={`${one.scope} ${one.id}`} found={one} />
        ))}
      </div>
    </section>
  );
}
