import type { HazardRow } from "#api/hazards.ts";
import { holderLabels } from "#domain/hazard/labels.ts";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";

/** One numbered line a hazard, as it is pasted into a chat. */
export function hazardsText(rows: readonly HazardRow[], day: string): string {
  const lines = rows.map((row, index) => {
    const due = row.dueOn ? `，${dueWords(row.dueOn, day, (zh) => zh).text}（${shortDay(row.dueOn, day)}）` : "";
    return `${index + 1}. ${row.enterpriseName}：${row.description}（${row.place}）${due}，在${holderLabels[row.holder].zh}手上`;
  });
  return [`隐患${rows.length}条，截至${shortDay(day, day)}`, ...lines].join("\n");
}
