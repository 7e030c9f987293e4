// 文书: on-site records, reports and referral packages; what waits for review or release comes first.
import type { z } from "zod";
import { documentKinds, documentStates, listDocuments } from "#api/documents.ts";
import { FORM_LABELS } from "#domain/documents/labels.ts";
import { DOCUMENT_STATE_LABELS } from "#domain/documents/report-labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { ViewsBar } from "../../lists/views-bar.tsx";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { DocumentTable } from "./document-table.tsx";

const querySchema = listDocuments.query;
type Query = ReturnType<typeof useDocumentQuery>;
type Answer = z.output<typeof listDocuments.response>;

function useDocumentQuery() {
  return useListQuery(querySchema ?? missing());
}

export function DocumentsPage() {
  const say = useSay();
  const list = useDocumentQuery();
  const answer = useRoute(listDocuments, { query: list.query });
  return (
    <Loaded query={answer} failed={say("没能打开文书", "The documents could not be opened")}>
      {(data) => <Documents list={list} data={data} />}
    </Loaded>
  );
}

interface DocumentsProps {
  readonly list: Query;
  readonly data: Answer;
}

function Documents({ list, data }: DocumentsProps) {
  const say = useSay();
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("文书", "Documents")}</h1>
          <p className="page__lead">{leadOf(data.waiting, say)}</p>
        </div>
      </div>
      <DocumentViews list={list} data={data} />
      <DocumentFilters list={list} />
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
          onPage={(page) => list.change({ page: String(page) })}
        />
      </div>
    </div>
  );
}

function leadOf({ draft, reviewed }: Answer["waiting"], say: (zh: string, en: string) => string): string {
  if (draft + reviewed === 0) return say("没有等审核或签发的报告。", "No report waits.");
  return say(`${draft}份报告等审核，${reviewed}份等签发。`, `${draft} to review, ${reviewed} to release.`);
}

function DocumentViews({ list, data }: DocumentsProps) {
  const say = useSay();
  const { role } = useMembership();
  const kept = new URLSearchParams(list.search);
  kept.delete("page");
  const report = "kind=inspectionReport";
  const views = [
    { key: "", name: say("全部", "All"), count: undefined },
    { key: `${report}&state=draft`, name: say("待审核", "To review"), count: data.waiting.draft },
    { key: `${report}&state=reviewed`, name: say("待签发", "To release"), count: data.waiting.reviewed },
    { key: `${report}&state=issued`, name: say("已签发的报告", "Released reports"), count: undefined },
  ];
  return (
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
  );
}

function DocumentFilters({ list: { query, change } }: Pick<DocumentsProps, "list">) {
  const say = useSay();
  const word = useWord();
  return (
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
  );
}

function missing(): never {
  throw new Error("the route of documents names no query");
}
