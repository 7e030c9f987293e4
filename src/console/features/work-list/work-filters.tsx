import { type WorkFilter, workHolders, workKinds } from "#api/work-items.ts";
import { workHolderLabels, workKindLabels } from "#api/work-labels.ts";
import { severityLabels } from "#domain/hazard/labels.ts";
import { severities } from "#domain/hazard/statuses.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import { stepNo, stepShort } from "../../words/step-words.ts";

interface WorkFiltersProps {
  readonly query: WorkFilter;
  readonly communities: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void;
}

const names = ["kind", "community", "step", "due", "holder", "severity", "text"] as const;

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
      <FilterSelect
        label={say("要办什么", "What")}
        value={query.kind}
        options={workKinds.map((value) => ({ value, label: word(workKindLabels[value]) }))}
        onChoose={(kind) => onChange({ kind })}
      />
      {communities.length > 1 ? (
        <FilterSelect
          label={say("村（社区）", "Community")}
          value={query.community}
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(community) => onChange({ community })}
        />
      ) : null}
      <FilterSelect
        label={say("环节", "Step")}
        value={query.step === undefined ? undefined : String(query.step)}
        options={[1, 2, 3, 4, 5].map((step) => ({ value: String(step), label: word(stepShort[stepNo(step)]) }))}
        onChoose={(step) => onChange({ step })}
      />
      <FilterSelect
        label={say("期限", "Due")}
        value={query.due}
        options={[
          { value: "overdue", label: say("已逾期", "Overdue") },
          { value: "today", label: say("今天到期", "Today") },
          { value: "soon", label: say("3天内", "Within 3 days") },
          { value: "later", label: say("3天以后", "Later") },
          { value: "none", label: say("无期限", "No date") },
        ]}
        onChoose={(due) => onChange({ due })}
      />
      <FilterSelect
        label={say("在谁手上", "Held by")}
        value={query.holder}
        options={workHolders
          .filter((holder) => holder !== "nobody")
          .map((value) => ({ value, label: word(workHolderLabels[value]) }))}
        onChoose={(holder) => onChange({ holder })}
      />
      <FilterSelect
        label={say("严重程度", "Severity")}
        value={query.severity}
        options={severities.map((value) => ({ value, label: word(severityLabels[value]) }))}
        onChoose={(severity) => onChange({ severity })}
      />
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
