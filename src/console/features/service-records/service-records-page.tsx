// 服务记录: services that are no visit, by kind and audience; a talk is a record like a visit (R2).
import { useState } from "react";
import type { z } from "zod";
import { listServiceRecords, type ServiceFilter, serviceAudiences, serviceFilterSchema } from "#api/service-records.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { serviceAudienceWords, serviceKindWords } from "../../words/service-words.ts";
import { RecordDrawer } from "./record-drawer.tsx";
import { ServiceRecordsTable } from "./service-records-table.tsx";

const querySchema = listServiceRecords.query ?? serviceFilterSchema;
const recorders: ReadonlySet<string> = new Set(["agencyLead", "expert", "officer", "officeLead", "memberUnit"]);

export function ServiceRecordsPage() {
  const say = useSay();
  const list = useListQuery(querySchema);
  const { query } = list;
  return (
    <Loaded
      query={useRoute(listServiceRecords, { query })}
      failed={say("没能打开服务记录", "The service records could not be opened")}
    >
      {(answer) => <ServiceRecords {...answer} list={list} />}
    </Loaded>
  );
}

type Answer = z.output<typeof listServiceRecords.response>;
interface ServiceRecordsProps extends Answer {
  readonly list: ListQuery<ServiceFilter>;
}

function ServiceRecords({ rows, total, page, pageSize, kinds, agencies, day, list }: ServiceRecordsProps) {
  const say = useSay();
  const { role } = useMembership();
  const [recording, setRecording] = useState(false);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("服务记录", "Service records")}</h1>
          <p className="page__lead">
            {say(
              `讲座、培训、咨询这些不是上门检查的服务，这里有${count(total)}次。`,
              `${count(total)} services that were no visit.`,
            )}
          </p>
        </div>
        {recorders.has(role) ? (
          <div className="page__acts">
            <button type="button" className="btn btn--primary" onClick={() => setRecording(true)}>
              <Icon name="plus" />
              {say("记一次服务", "Record a service")}
            </button>
          </div>
        ) : null}
      </div>
      <ServiceRecordCuts list={list} kinds={kinds} agencies={agencies} />
      <section className="card cards" aria-label={say("服务记录", "Service records")}>
        {rows.length === 0 ? (
          <EmptyState icon="speaker" title={say("还没有这样的服务记录", "No such record")}>
            {say("办完一次讲座或培训，在这里记下。", "Record a talk or a training once it was held.")}
          </EmptyState>
        ) : (
          <ServiceRecordsTable rows={rows} day={day} />
        )}
        <Pager {...{ total, page, pageSize, shown: rows.length }} onPage={(to) => list.change({ page: String(to) })} />
      </section>
      {recording ? <RecordDrawer agencies={agencies} day={day} onClose={() => setRecording(false)} /> : null}
    </div>
  );
}

function ServiceRecordCuts({ list, kinds, agencies }: Pick<ServiceRecordsProps, "list" | "kinds" | "agencies">) {
  const say = useSay();
  const word = useWord();
  const { query, change } = list;
  const all = { key: "all", name: say("全部", "All"), on: !query.kind, onOpen: () => change({ kind: undefined }) };
  const views = kinds.map(({ kind, count: times }) => ({
    ...{ key: kind, name: word(serviceKindWords[kind]), count: times, on: query.kind === kind },
    onOpen: () => change({ kind }),
  }));
  return (
    <>
      <ViewTabs label={say("服务种类", "Kinds")} views={[all, ...views]} />
      <div className="filters">
        <FilterSelect
          label={say("为谁服务", "For whom")}
          value={query.audience}
          options={serviceAudiences.map((one) => ({ value: one, label: word(serviceAudienceWords[one]) }))}
          onChoose={(audience) => change({ audience })}
        />
        {agencies.length > 1 ? (
          <FilterSelect
            label={say("哪家机构", "Agency")}
            value={query.agency}
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(agency) => change({ agency })}
          />
        ) : null}
      </div>
    </>
  );
}
