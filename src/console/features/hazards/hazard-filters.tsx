import { type HazardFilter, hazardFlags } from "#api/hazards.ts";
import { stepGroups } from "#api/overview.ts";
import { holderLabels, severityLabels, statusLabels } from "#domain/hazard/labels.ts";
import { hazardStatuses, holders, severities } from "#domain/hazard/statuses.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { FAMILIES } from "#domain/law/library-rows.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import { flagLabels, groupLabels } from "./hazard-words.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface HazardFiltersProps {
  readonly query: HazardFilter;
  readonly choices: {
    readonly communities: readonly Named[];
    readonly agencies: readonly Named[];
    readonly categories: readonly string[];
    readonly enterpriseName: string | null;
  };
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void;
}

/** Cuts that come with a link from elsewhere are shown as words that can be taken away. */
export function HazardFilters({ query, choices, onChange }: HazardFiltersProps) {
  const say = useSay();
  const word = useWord();
  const named = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  const labelled = <K extends string>(keys: readonly K[], labels: Readonly<Record<K, { zh: string; en: string }>>) =>
    keys.map((value) => ({ value, label: word(labels[value]) }));
  return (
    <div className="filters">
      <FilterText
        label={say("编号、隐患、企业", "Number, hazard, enterprise")}
        value={query.text}
        onFind={(text) => onChange({ text })}
      />
      <FilterSelect
        label={say("状态", "Status")}
        value={query.status}
        options={labelled(hazardStatuses, statusLabels)}
        onChoose={(status) => onChange({ status, state: status && "all" })}
      />
      <FilterSelect
        label={say("类别", "Family")}
        value={query.family}
        options={labelled(FAMILIES, FAMILY_LABELS)}
        onChoose={(family) => onChange({ family })}
      />
      <FilterSelect
        label={say("小类", "Category")}
        value={query.category}
        options={choices.categories.map((value) => ({ value, label: value }))}
        onChoose={(category) => onChange({ category })}
      />
      <FilterSelect
        label={say("在谁手上", "Held by")}
        value={query.holder}
        options={labelled(holders, holderLabels)}
        onChoose={(holder) => onChange({ holder })}
      />
      <FilterSelect
        label={say("严重程度", "Severity")}
        value={query.severity}
        options={labelled(severities, severityLabels)}
        onChoose={(severity) => onChange({ severity })}
      />
      {choices.communities.length > 1 ? (
        <FilterSelect
          label={say("村（社区）", "Community")}
          value={query.community}
          options={named(choices.communities)}
          onChoose={(community) => onChange({ community })}
        />
      ) : null}
      {choices.agencies.length > 1 ? (
        <FilterSelect
          label={say("机构", "Agency")}
          value={query.agency}
          options={named(choices.agencies)}
          onChoose={(agency) => onChange({ agency })}
        />
      ) : null}
      <FilterSelect
        label={say("走到哪步", "Stage")}
        value={query.group}
        options={labelled(stepGroups, groupLabels)}
        onChoose={(group) => onChange({ group })}
      />
      <FilterSelect
        label={say("等答复的", "To be decided")}
        value={query.flag}
        options={labelled(hazardFlags, flagLabels)}
        onChoose={(flag) => onChange({ flag })}
      />
      <Days query={query} onChange={onChange} />
      <Cuts query={query} enterpriseName={choices.enterpriseName} onChange={onChange} />
    </div>
  );
}

function Days({ query, onChange }: Pick<HazardFiltersProps, "query" | "onChange">) {
  const say = useSay();
  return (
    <span className="row">
      <span className="muted">{say("查出日期", "Found")}</span>
      <input
        className="input filter-day"
        type="date"
        aria-label={say("查出从", "Found from")}
        value={query.foundFrom ?? ""}
        onChange={(event) => onChange({ foundFrom: event.target.value })}
      />
      <span className="muted">{say("至", "to")}</span>
      <input
        className="input filter-day"
        type="date"
        aria-label={say("查出到", "Found to")}
        value={query.foundTo ?? ""}
        onChange={(event) => onChange({ foundTo: event.target.value })}
      />
    </span>
  );
}

function Cuts({
  query,
  enterpriseName,
  onChange,
}: Pick<HazardFiltersProps, "query" | "onChange"> & { readonly enterpriseName: string | null }) {
  const say = useSay();
  const cuts: readonly (readonly [string, string | undefined | false])[] = [
    ["enterprise", query.enterprise && (enterpriseName ?? say("一家企业", "One enterprise"))],
    ["overdue", query.overdue && say("逾期的", "Overdue")],
    ["due", query.due && say("3天内到期", "Due within 3 days")],
    ["listed", query.listed && say("挂牌督办的", "Listed")],
    ["carriedOver", query.carriedOver && say("上期转来的", "Carried over")],
    ["found", query.found && say("本年度查出的", "Found this year")],
    ["visit", query.visit && say("这一次检查的", "Of one visit")],
  ];
  const shown = cuts.filter(([, text]) => text);
  return (
    <>
      {shown.map(([name, text]) => (
        <button key={name} type="button" className="tag tag--brand cut" onClick={() => onChange({ [name]: undefined })}>
          {text}
          <span aria-hidden="true">×</span>
          <span className="sr-only">{say("去掉", "remove")}</span>
        </button>
      ))}
    </>
  );
}
