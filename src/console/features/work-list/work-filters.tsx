import { type WorkFilter, workHolders, workKinds } from "#api/work-items.ts";
import { workHolderLabels, workKindLabels } from "#api/work-labels.ts";
import { severityLabels } from "#domain/hazard/labels.ts";
import { severities } from "#domain/hazard/statuses.ts";
import type { Label } from "#domain/kernel/label.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { type FilterOption, FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import { stepNo, stepShort } from "../../words/step-words.ts";

interface WorkFiltersProps {
  readonly query: WorkFilter;
  readonly communities: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void;
}

const names = ["kind", "community", "step", "due", "holder", "severity", "text"] as const;
type Say = (zh: string, en: string) => string;

interface Cut {
  readonly name: Exclude<(typeof names)[number], "text">;
  readonly label: string;
  readonly options: readonly FilterOption[];
}

export function WorkFilters({ query, communities, onChange }: WorkFiltersProps) {
  const say = useSay();
  const word = useWord();
  const any = names.some((name) => query[name] !== undefined);
  return (
    <div className="filters">
      <FilterText
        label={say("企业、隐患编号", "Enterprise or number")}
        value={query.text}
        onFind={(text) => onChange({ text })}
      />
      {cutsOf(communities, say, word).map(({ name, label, options }) => (
        <FilterSelect
          key={name}
          label={label}
          value={query[name] === undefined ? undefined : String(query[name])}
          options={options}
          onChoose={(value) => onChange({ [name]: value })}
        />
      ))}
      {any ? (
        <button
          type="button"
          className="btn btn--quiet"
          onClick={() => onChange(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          {say("清空", "Clear")}
        </button>
      ) : null}
    </div>
  );
}

/** Every cut in its order; a choice of one community is none. */
function cutsOf(
  communities: WorkFiltersProps["communities"],
  say: Say,
  word: (label: Label) => string,
): readonly Cut[] {
  const labelled = <K extends string>(keys: readonly K[], labels: Readonly<Record<K, Label>>): FilterOption[] =>
    keys.map((value) => ({ value, label: word(labels[value]) }));
  const places = communities.map(({ id, name }) => ({ value: id, label: name }));
  const steps = ([1, 2, 3, 4, 5] as const).map((step) => ({
    value: String(step),
    label: word(stepShort[stepNo(step)]),
  }));
  const somebody = workHolders.filter((holder) => holder !== "nobody");
  const cuts: readonly Cut[] = [
    { name: "kind", label: say("要办什么", "What"), options: labelled(workKinds, workKindLabels) },
    { name: "community", label: say("村（社区）", "Community"), options: places },
    { name: "step", label: say("环节", "Step"), options: steps },
    { name: "due", label: say("期限", "Due"), options: dueOptions(say) },
    { name: "holder", label: say("在谁手上", "Held by"), options: labelled(somebody, workHolderLabels) },
    { name: "severity", label: say("严重程度", "Severity"), options: labelled(severities, severityLabels) },
  ];
  return cuts.filter(({ name }) => name !== "community" || places.length > 1);
}

function dueOptions(say: Say): readonly FilterOption[] {
  return [
    { value: "overdue", label: say("已逾期", "Overdue") },
    { value: "today", label: say("今天到期", "Today") },
    { value: "soon", label: say("3天内", "Within 3 days") },
    { value: "later", label: say("3天以后", "Later") },
    { value: "none", label: say("无期限", "No date") },
  ];
}
