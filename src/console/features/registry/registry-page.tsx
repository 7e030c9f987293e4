// 企业: the register with its filters, views, order and twelve dots a row.
import { Link } from "react-router";
import { exportEnterprises, listEnterprises } from "#api/enterprises.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { useSay } from "../../appearance/language.ts";
import { ListTools } from "../../lists/list-tools.tsx";
import { Pager } from "../../lists/pager.tsx";
import { ViewsBar } from "../../lists/views-bar.tsx";
import "../../lists/lists.css";
import { addressOf } from "../../request/api-client.ts";
import { failureText } from "../../request/failures.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { LoadingPage } from "../../shell/loading-page.tsx";
import { count } from "../../words/number-words.ts";
import { RegistryFilters } from "./registry-filters.tsx";
import { type RegistryQuery, seesScope, useRegistryQuery, viewQuery } from "./registry-query.ts";
import { RegistryTable } from "./registry-table.tsx";
import { registryText } from "./registry-text.ts";

export function RegistryPage() {
  const say = useSay();
  const list = useRegistryQuery();
  const { data, isPending, error, refetch } = useRoute(listEnterprises, { query: list.query });
  if (isPending) return <LoadingPage />;
  if (!data) {
    const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
    return (
      <ErrorState title={say("没能打开企业名册", "The register could not be opened")} retry={retry}>
        {failureText(error)}
      </ErrorState>
    );
  }
  const { rows, total, page, pageSize, periods, day } = data;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("企业", "Enterprises")}</h1>
          <p className="page__lead" role="status">
            {say(`这里有${count(total)}家。点企业名看一企一档。`, `${count(total)} enterprises.`)}
          </p>
        </div>
        <ListTools textOf={() => registryText(rows, day)} sheet={addressOf(exportEnterprises, { query: list.query })} />
      </div>
      <RegistryViews list={list} />
      <RegistryFilters list={list} communities={data.communities} agencies={data.agencies} periods={periods} />
      <section className="card cards" aria-label={say("企业名册", "Register")}>
        {rows.length === 0 ? (
          <NoneFound filtered={list.search.size > 0} />
        ) : (
          <>
            <RegistryTable list={list} rows={rows} periods={periods} day={day} />
            <Pager
              total={total}
              page={page}
              pageSize={pageSize}
              shown={rows.length}
              onPage={(to) => list.change({ page: String(to) })}
            />
          </>
        )}
      </section>
    </div>
  );
}

function RegistryViews({ list }: { readonly list: RegistryQuery }) {
  const say = useSay();
  const { role } = useMembership();
  const query = viewQuery(list.search);
  const scoped = [
    { name: say("应纳入", "In scope"), query: "scope=in" },
    { name: say("还没服务到", "Not yet served"), query: "coverage=missing" },
    { name: say("标准化还没评定", "Not yet graded"), query: "standardization=missing" },
  ];
  const views = [
    { name: say("全部", "All"), query: "" },
    ...(seesScope(role) ? scoped : []),
    { name: say("有逾期", "Overdue"), query: "overdue=1&sort=-overdue" },
  ];
  return (
    <ViewsBar
      list="enterprises"
      query={query}
      mayKeep={role !== "auditor"}
      onOpen={list.replace}
      views={views.map((view) => ({
        key: view.query,
        name: view.name,
        on: view.query === query,
        onOpen: () => list.replace(view.query),
      }))}
    />
  );
}

function NoneFound({ filtered }: { readonly filtered: boolean }) {
  const say = useSay();
  if (!filtered) {
    return (
      <EmptyState icon="factory" title={say("名册还是空的", "The register is empty")}>
        {say("先导入企业名单，这里就有了。", "Import the list of enterprises first.")}
      </EmptyState>
    );
  }
  const clear = (
    <Link className="btn" to="/enterprises">
      {say("清空筛选", "Clear filters")}
    </Link>
  );
  return (
    <EmptyState icon="search" title={say("没有这样的企业", "No such enterprise")} action={clear}>
      {say("换个名字，或少选一个条件。", "Try another name or fewer filters.")}
    </EmptyState>
  );
}
