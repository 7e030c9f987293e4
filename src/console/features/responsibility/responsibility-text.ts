// The table as it is pasted into a chat group.
import type { PartyCounts, Responsibility } from "#api/responsibility.ts";
import { responsibleLabels } from "#domain/hazard/responsible.ts";
import { shortDay } from "../../words/day-words.ts";

export function responsibilityText({ day, open, overdue, sections }: Responsibility): string {
  const blocks = sections.map(({ party, total, rows }) =>
    [
      `【${responsibleLabels[party].zh}】${countsText(total, day)}`,
      ...rows.map((row) => `${row.name}：${countsText(row, day)}`),
    ].join("\n"),
  );
  const head = `责任表：未销号${open.count}条，逾期${overdue.count}条，截至${shortDay(day, day)}`;
  return [head, ...blocks].join("\n\n");
}

function countsText({ hazards, overdue, climbed, others, since }: PartyCounts, day: string): string {
  const parts = [
    `隐患${hazards.count}条`,
    overdue.count > 0 ? `逾期${overdue.count}条` : "",
    climbed && climbed.count > 0 ? `升级到这里${climbed.count}条` : "",
    others && others.count > 0 ? `另有${others.count}件` : "",
    since ? `最早${shortDay(since, day)}起` : "",
  ];
  return parts.filter(Boolean).join("，");
}
