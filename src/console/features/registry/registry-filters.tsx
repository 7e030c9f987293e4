import type { Period } from "#api/overview.ts";
import { groundLabels } from "#domain/scope/grounds.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import { useMembership } from "../../session/session-context.ts";
import { periodName } from "../../words/day-words.ts";
import { type RegistryQuery, seesScope } from "./registry-query.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface RegistryFiltersProps {
  readonly list: RegistryQuery;
  readonly communities: readonly Named[];
  readonly agencies: readonly Named[];
  readonly periods: readonly Pick<Period, "no" | "startsOn" | "endsOn">[];
}

const options = (of: readonly Named[]) => of.map(({ id, name }) => ({ value: id, label: name }));

/** Every filter of the register; those about the list in scope only for who sees it. */
export function RegistryFilters({ list, communities, agencies, periods }: RegistryFiltersProps) {
  const say = useSay();
  const { role } = useMembership();
  return (
    <div className="filters">
      <FilterText
        label={say("企业名、曾用名、信用代码", "Name or credit code")}
        value={list.query.text}
        onFind={(text) => list.change({ text })}
      />
      {communities.length > 1 ? (
        <FilterSelect
          value={list.query.community}
          onChoose={(community) => list.change({ community })}
          label={say("村（社区）", "Community")}
          options={options(communities)}
        />
      ) : null}
      {agencies.length > 1 ? (
        <FilterSelect
          value={list.query.agency}
          onChoose={(agency) => list.change({ agency })}
          label={say("服务机构", "Agency")}
          options={options(agencies)}
        />
      ) : null}
      {seesScope(role) ? <ScopeFilters list={list} /> : null}
      <FilterSelect
        value={list.query.scale}
        onChoose={(scale) => list.change({ scale })}
        label={say("规模", "Scale")}
        options={[
          { value: "above", label: say("规上", "Above scale") },
          { value: "below", label: say("规下", "Below scale") },
          { value: "unknown", label: say("没填", "Not known") },
        ]}
      />
      <ActFilters list={list} periods={periods} />
      <FilterSelect
        value={list.query.overdue}
        onChoose={(overdue) => list.change({ overdue })}
        label={say("逾期", "Overdue")}
        options={[{ value: "1", label: say("有逾期隐患", "Has overdue hazards") }]}
      />
      {list.search.size === 0 ? null : (
        <button type="button" className="btn btn--quiet btn--sm" onClick={() => list.replace("")}>
          {say("清空", "Clear")}
        </button>
      )}
    </div>
  );
}

function ScopeFilters({ list }: { readonly list: RegistryQuery }) {
  const say = useSay();
  const word = useWord();
  return (
    <>
      <FilterSelect
        value={list.query.scope}
        onChoose={(scope) => list.change({ scope })}
        label={say("是否应纳入", "Scope")}
        options={[
          { value: "in", label: say("应纳入", "In scope") },
          { value: "out", label: say("已移出", "Taken out") },
          { value: "never", label: say("没认定过", "Never decided") },
        ]}
      />
      <FilterSelect
        value={list.query.ground}
        onChoose={(ground) => list.change({ ground })}
        label={say("纳入依据", "Ground")}
        options={(["a", "b", "c", "d"] as const).map((ground) => ({
          value: ground,
          label: word(groundLabels[ground]),
        }))}
      />
      <FilterSelect
        value={list.query.coverage}
        onChoose={(coverage) => list.change({ coverage })}
        label={say("服务覆盖", "Coverage")}
        options={[
          { value: "done", label: say("已服务到", "Served") },
          { value: "missing", label: say("还没服务到", "Not yet served") },
        ]}
      />
      <FilterSelect
        value={list.query.standardization}
        onChoose={(standardization) => list.change({ standardization })}
        label={say("标准化", "Standardization")}
        options={[
          { value: "due", label: say("应创建的", "Owed") },
          { value: "done", label: say("已评定", "Graded") },
          { value: "missing", label: say("还没评定", "Not yet graded") },
        ]}
      />
    </>
  );
}

/** A kind of act opens the two filters that only make sense with it. */
function ActFilters({ list, periods }: Pick<RegistryFiltersProps, "list" | "periods">) {
  const say = useSay();
  const firstYear = Number(periods[0]?.startsOn.slice(0, 4));
  return (
    <>
      <FilterSelect
        value={list.query.act}
        onChoose={(act) => list.change(act ? { act } : { act: undefined, period: undefined, actState: undefined })}
        label={say("三个动作", "Acts")}
        options={[
          { value: "inspection", label: say("现场检查", "Inspection") },
          { value: "supervision", label: say("督促整改", "Supervision") },
          { value: "reinspection", label: say("回头复查", "Re-inspection") },
        ]}
      />
      {list.query.act ? (
        <>
          <FilterSelect
            value={list.query.period === undefined ? undefined : String(list.query.period)}
            onChoose={(period) => list.change({ period })}
            label={say("周期", "Period")}
            options={periods.map((period) => ({ value: String(period.no), label: periodName(period, firstYear) }))}
          />
          <FilterSelect
            value={list.query.actState}
            onChoose={(actState) => list.change({ actState })}
            label={say("办得怎样", "State")}
            options={[
              { value: "done", label: say("办了", "Done") },
              { value: "fulfilled", label: say("办了或不需要办", "Done or not needed") },
              { value: "nothingOpen", label: say("无隐患、不需要办", "Nothing open") },
              { value: "owed", label: say("待办", "Owed") },
              { value: "gap", label: say("过期还缺", "Gap") },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
