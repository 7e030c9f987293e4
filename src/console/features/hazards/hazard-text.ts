// Hazards as they are pasted into a chat group, enterprise by enterprise.
import type { HazardRow } from "#api/hazards.ts";
import { holderLabels } from "#domain/hazard/labels.ts";
import { textByEnterprise } from "../../telling/by-enterprise.ts";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";

type Told = Pick<HazardRow, "enterpriseName" | "description" | "place" | "dueOn" | "holder">;

export function hazardsText(rows: readonly Told[], day: string, link?: string): string {
  const lines = rows.map((row) => {
    const due = row.dueOn ? `，${dueWords(row.dueOn, day, (zh) => zh).text}（${shortDay(row.dueOn, day)}）` : "";
    const { enterpriseName } = row;
    return { enterpriseName, text: `${row.description}（${row.place}）${due}，在${holderLabels[row.holder].zh}手上` };
  });
  return textByEnterprise("隐患", lines, day, link);
}
