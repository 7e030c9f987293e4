import type { z } from "zod";
import type { checklistQuerySchema } from "#api/catalogue.ts";
import { SITE_TAG_LABELS, SITE_TAGS, type SiteTag } from "#domain/inspection/checklist-tags.ts";
import { RISK_LABELS, RISK_LEVELS } from "#domain/law/catalogue/profile.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";

export type Ground = z.output<typeof checklistQuerySchema>;

interface ChecklistGroundFormProps {
  readonly query: Ground;
  readonly onChange: (change: Partial<Record<keyof Ground, string | undefined>>) => void;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** What is known of the place; nothing chosen asks everything. */
export function ChecklistGroundForm({ query, onChange }: ChecklistGroundFormProps) {
  const say = useSay();
  const word = useWord();
  const chosen = new Set((query.tags ?? "").split(",").filter(Boolean));
  function toggle(tag: SiteTag) {
    const next = SITE_TAGS.filter((one) => (one === tag ? !chosen.has(one) : chosen.has(one)));
    onChange({ tags: next.length > 0 ? next.join(",") : undefined });
  }
  return (
    <section className="card checklists__ground" aria-label={say("场所的情况", "The place")}>
      <fieldset>
        <legend className="field__label">{say("有哪些（不选就都问）", "What is there (none: everything)")}</legend>
        <div className="checklists__tags">
          {SITE_TAGS.map((tag) => (
            <label key={tag} className="choice__one">
              <input type="checkbox" checked={chosen.has(tag)} onChange={() => toggle(tag)} />
              {word(SITE_TAG_LABELS[tag])}
            </label>
          ))}
        </div>
      </fieldset>
      <FilterText
        label={say("行业代码，如C3311", "Trade, such as C3311")}
        value={query.trade}
        onFind={(trade) => onChange({ trade: trade && /^[A-T]?\d{0,4}$/i.test(trade) ? trade : undefined })}
      />
      <div className="filters">
        <FilterSelect
          label={say("风险等级", "Risk")}
          value={query.risk}
          options={RISK_LEVELS.map((one) => ({ value: one, label: word(RISK_LABELS[one]) }))}
          onChoose={(risk) => onChange({ risk })}
        />
        <FilterSelect
          label={say("几月去", "Month")}
          value={query.month === undefined ? undefined : String(query.month)}
          options={MONTHS.map((one) => ({ value: String(one), label: say(`${one}月`, `${one}`) }))}
          onChoose={(month) => onChange({ month })}
        />
        <label className="choice__one">
          <input
            type="checkbox"
            checked={query.holiday === "1"}
            onChange={(event) => onChange({ holiday: event.target.checked ? "1" : undefined })}
          />
          {say("节假日前", "Before a holiday")}
        </label>
      </div>
    </section>
  );
}
