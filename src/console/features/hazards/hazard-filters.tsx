import { type HazardFilter, hazardFlags } from "#api/hazards.ts";
import { stepGroups } from "#api/overview.ts";
import { holderLabels, severityLabels, statusLabels } from "#domain/hazard/labels.ts";
import { responsibleLabels } from "#domain/hazard/responsible.ts";
import { hazardStatuses, holders, severities } from "#domain/hazard/statuses.ts";
import type { Label } from "#domain/kernel/label.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { FAMILIES } from "#domain/law/library-rows.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { type FilterOption, FilterSelect } from "../../lists/filter-select.tsx";
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

type Say = (zh: string, en: string) => string;
type Word = (label: Label) => string;

interface Cut {
  readonly name: keyof HazardFilter & string;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

const named = (list: readonly Named[]): FilterOption[] => list.map(({ id, name }) => ({ value: id, label: name }));

/** What the hazard itself is. */
function matterCuts(choices: HazardFiltersProps["choices"], say: Say, word: Word): readonly Cut[] {
  const labelled = labelledBy(word);
  return [
    { name: "status", label: say("状态", "Status"), options: labelled(hazardStatuses, statusLabels) },
    { name: "family", label: say("类别", "Family"), options: labelled(FAMILIES, FAMILY_LABELS) },
    {
      name: "category",
      label: say("小类", "Category"),
      options: choices.categories.map((value) => ({ value, label: value })),
    },
    { name: "holder", label: say("在谁手上", "Held by"), options: labelled(holders, holderLabels) },
    { name: "severity", label: say("严重程度", "Severity"), options: labelled(severities, severityLabels) },
  ];
}

/** Where it lies, how far it is, and what waits beside it. A choice of one is none. */
function placeCuts(choices: HazardFiltersProps["choices"], say: Say, word: Word): readonly Cut[] {
  const labelled = labelledBy(word);
  const places: readonly Cut[] = [
    { name: "community", label: say("村（社区）", "Community"), options: named(choices.communities) },
    { name: "agency", label: say("机构", "Agency"), options: named(choices.agencies) },
  ];
  return [
    ...places.filter(({ options }) => options.length > 1),
    { name: "group", label: say("走到哪步", "Stage"), options: labelled(stepGroups, groupLabels) },
    { name: "flag", label: say("等答复的", "To be decided"), options: labelled(hazardFlags, flagLabels) },
  ];
}

function labelledBy(word: Word) {
  return <K extends string>(keys: readonly K[], labels: Readonly<Record<K, Label>>): FilterOption[] =>
    keys.map((value) => ({ value, label: word(labels[value]) }));
}

/** Cuts that come with a link from elsewhere are shown as words that can be taken away. */
export function HazardFilters({ query, choices, onChange }: HazardFiltersProps) {
  const say = useSay();
  const word = useWord();
  const cuts = [...matterCuts(choices, say, word), ...placeCuts(choices, say, word)];
  return (
    <div className="filters">
      <FilterText
        label={say("编号、隐患、企业", "Number, hazard, enterprise")}
        value={query.text}
        onFind={(text) => onChange({ text })}
      />
      {cuts.map(({ name, label, options }) => (
        <FilterSelect
          key={name}
          label={label}
          value={textOf(query[name])}
          options={options}
          // A status says by itself whether it is open.
          onChoose={(value) =>
            onChange(name === "status" ? { status: value, state: value && "all" } : { [name]: value })
          }
        />
      ))}
      <Days query={query} onChange={onChange} />
      <Cuts query={query} enterpriseName={choices.enterpriseName} onChange={onChange} />
    </div>
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

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
    [
      "responsible",
      query.responsible &&
        say(`在${responsibleLabels[query.responsible].zh}手上`, `With: ${responsibleLabels[query.responsible].en}`),
    ],
    [
      "unit",
      query.unit &&
        (query.unitState === "asked"
          ? say("等成员单位接收的", "Awaiting the unit")
          : say("成员单位照看的", "With a member unit")),
    ],
    [
      "told",
      query.told &&
        say(`已升级到${responsibleLabels[query.told].zh}`, `Climbed to: ${responsibleLabels[query.told].en}`),
    ],
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
