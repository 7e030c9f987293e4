// 文书: on-site records, reports and referral packages; what waits for review or release comes first.
import { Link } from "react-router";
import { type DocumentRow, documentKinds, documentStates, getDocumentPdf, listDocuments } from "#api/documents.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { FORM_LABELS } from "#domain/documents/labels.ts";
import { DOCUMENT_STATE_LABELS } from "#domain/documents/report-labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { ViewsBar } from "../../lists/views-bar.tsx";
import { addressOf } from "../../request/api-client.ts";
import { failureText } from "../../request/failures.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { LoadingPage } from "../../shell/loading-page.tsx";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";

const querySchema = listDocuments.query;

export function DocumentsPage() {
  const say = useSay();
  const word = useWord();
  const { role } = useMembership();
  const list = useListQuery(querySchema ?? missing());
  const { query, search, change } = list;
  const { data, isPending, error, refetch } = useRoute(listDocuments, { query });
  if (isPending) return <LoadingPage />;
  if (!data) {
    const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
    return (
      <ErrorState title={say("没能打开文书", "The documents could not be opened")} retry={retry}>
        {failureText(error)}
      </ErrorState>
    );
  }
  const kept = new URLSearchParams(search);
  kept.delete("page");
  const report = "kind=inspectionReport";
  const views = [
    { key: "", name: say("全部", "All"), count: undefined },
    { key: `${report}&state=draft`, name: say("待审核", "To review"), count: data.waiting.draft },
    { key: `${report}&state=reviewed`, name: say("待签发", "To release"), count: data.waiting.reviewed },
    { key: `${report}&state=issued`, name: say("已签发的报告", "Released reports"), count: undefined },
  ];
  const { draft, reviewed } = data.waiting;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("文书", "Documents")}</h1>
          <p className="page__lead">
            {draft + reviewed === 0
              ? say("没有等审核或签发的报告。", "No report waits.")
              : say(`${draft}份报告等审核，${reviewed}份等签发。`, `${draft} to review, ${reviewed} to release.`)}
          </p>
        </div>
      </div>
      <ViewsBar
        list="documents"
        query={kept.toString()}
        mayKeep={role !== "auditor"}
        onOpen={list.replace}
        views={views.map((view) => ({
          ...view,
          on: kept.toString() === view.key,
          onOpen: () => list.replace(view.key),
        }))}
      />
      <div className="filters">
        <FilterText
          label={say("编号、企业", "Number or enterprise")}
          value={query.text}
          onFind={(text) => change({ text })}
        />
        <FilterSelect
          label={say("种类", "Kind")}
          value={query.kind}
          options={documentKinds.map((value) => ({ value, label: word(FORM_LABELS[value]) }))}
          onChoose={(kind) => change({ kind })}
        />
        <FilterSelect
          label={say("状态", "State")}
          value={query.state}
          options={documentStates.map((value) => ({ value, label: word(DOCUMENT_STATE_LABELS[value]) }))}
          onChoose={(state) => change({ state })}
        />
      </div>
      <div className="card cards">
        {data.rows.length === 0 ? (
          <EmptyState title={say("没有符合的文书", "No document matches")}>
            {say(
              "检查送达后自动有记录，收尾后自动起草报告。",
              "Records follow from service, reports from a finished visit.",
            )}
          </EmptyState>
        ) : (
          <DocumentTable rows={data.rows} day={data.day} />
        )}
        <Pager
          total={data.total}
          page={data.page}
          pageSize={data.pageSize}
          shown={data.rows.length}
          onPage={(page) => change({ page: String(page) })}
        />
      </div>
    </div>
  );
}

function DocumentTable({ rows, day }: { readonly rows: readonly DocumentRow[]; readonly day: string }) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("文书", "Document")}</th>
            <th scope="col">{say("企业", "Enterprise")}</th>
            <th scope="col">{say("状态", "State")}</th>
            <th scope="col">{say("谁办的", "By")}</th>
            <th scope="col">{say("文件", "File")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} day={day} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, day }: { readonly row: DocumentRow; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const waits = row.kind === "inspectionReport" && (row.state === "draft" || row.state === "reviewed");
  return (
    <tr>
      <td className="cards__main">
        <Link className="strong" to={`/documents/${row.id}`}>
          {word(FORM_LABELS[row.kind])}
        </Link>
        <span className="table__sub mono">{row.number}</span>
      </td>
      <td>
        <Link to={`/enterprises/${row.enterpriseId}`}>{row.enterpriseName}</Link>
        <span className="table__sub">
          <Dotted
            parts={[
              row.communityName,
              row.inspectedOn && say(`${shortDay(row.inspectedOn, day)}检查`, `visit ${row.inspectedOn}`),
            ]}
          />
        </span>
      </td>
      <td>
        {word(DOCUMENT_STATE_LABELS[row.state])}
        {waits && row.dueOn ? (
          <span className="table__sub">
            <DueChip {...dueWords(row.dueOn, day, say)} />
          </span>
        ) : null}
        {row.voidReason ? <span className="table__sub">“{row.voidReason}”</span> : null}
      </td>
      <td>
        {row.releasedByName ?? row.reviewedByName ?? row.draftedByName}
        <span className="table__sub">{shortDay(dayOf(row.releasedAt ?? row.reviewedAt ?? row.draftedAt), day)}</span>
      </td>
      <td>
        {row.printed ? (
          <a href={addressOf(getDocumentPdf, { params: { id: row.id } })} target="_blank" rel="noreferrer">
            {say("打开PDF", "PDF")}
          </a>
        ) : (
          <span className="muted">{say("还没制成", "Not printed")}</span>
        )}
      </td>
    </tr>
  );
}

function missing(): never {
  throw new Error("the route of documents names no query");
}
