// 待核清单: clauses and texts nobody compared with the original yet; each is compared here, beside the published words.
import { useState } from "react";
import { Link } from "react-router";
import { type LawClause, listUnverified } from "#api/law-library.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../../appearance/language.ts";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { ClauseDrawer } from "./clause-drawer.tsx";
import { instrumentPath } from "./law-words.ts";
import "./law.css";
import { Mark } from "./mark.tsx";
import { UncheckedTexts } from "./unchecked-texts.tsx";

const querySchema = listUnverified.query;

export function UnverifiedPage() {
  const say = useSay();
  if (!querySchema) throw new Error("the list of unverified clauses has a query");
  const list = useListQuery(querySchema);
  const [checking, setChecking] = useState<LawClause | null>(null);
  return (
    <Loaded
      query={useRoute(listUnverified, { query: list.query })}
      failed={say("没能打开待核清单", "Could not be opened")}
    >
      {({ rows, texts, total, page, pageSize }) => (
        <div className="page">
          <div className="page__head">
            <div>
              <h1>{say("待核清单", "Unverified")}</h1>
              <p className="page__lead">
                {say(
                  `还有${count(total)}条摘要没有和原文核对。核对之前，引用它们的文书都带“待核”。`,
                  `${count(total)} summaries were not compared yet; documents citing them bear a mark.`,
                )}
              </p>
            </div>
          </div>
          <UncheckedTexts texts={texts} />
          <div className="filters">
            <FilterText
              label={say("法规名称或摘要里的词", "Title or words")}
              value={list.query.q}
              onFind={(q) => list.change({ q })}
            />
          </div>
          <section className="card cards" aria-label={say("待核的条款", "Unverified clauses")}>
            {rows.length === 0 ? (
              <EmptyState icon="done" title={say("没有待核的条款", "Nothing is unverified")}>
                {say(
                  "新导入的版本里条文改过的条款，会再列到这里。",
                  "Clauses whose words change are listed here again.",
                )}
              </EmptyState>
            ) : (
              <Clauses rows={rows} onCheck={setChecking} />
            )}
            <Pager
              {...{ total, page, pageSize, shown: rows.length }}
              onPage={(to) => list.change({ page: String(to) })}
            />
          </section>
          {checking ? <ClauseDrawer clause={checking} onClose={() => setChecking(null)} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function Clauses({
  rows,
  onCheck,
}: {
  readonly rows: readonly LawClause[];
  readonly onCheck: (clause: LawClause) => void;
}) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("条款", "Clause")}</th>
            <th scope="col">{say("我们的摘要", "Our summary")}</th>
            <th scope="col">{say("公布的条文", "Published words")}</th>
            <th scope="col">{say("核对", "Check")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((clause) => (
            <tr key={`${clause.instrumentId} ${clause.version} ${clause.article}`}>
              <td className="cards__main law-nowide">
                <Link to={instrumentPath(clause.instrumentId, clause.version)}>《{clause.title}》</Link>
                <b>{articleLabel(clause.article)}</b>
                <span className="table__sub">{clause.docNumber}</span>
              </td>
              <td>{clause.summary}</td>
              <td className="law-words">
                {clause.notInText ? (
                  <Mark tone="late" icon="alert">
                    {say("导入的条文里没有这一条", "Not in the imported text")}
                  </Mark>
                ) : (
                  (clause.words ?? say("还没有导入条文", "No text imported"))
                )}
              </td>
              <td>
                <button type="button" className="btn btn--sm" onClick={() => onCheck(clause)}>
                  {say("核对", "Check")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
