// The register's rows as plain text for a chat group.
import type { EnterpriseRow } from "#api/enterprises.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { shortDay } from "../../words/day-words.ts";

export function registryText(rows: readonly EnterpriseRow[], day: LocalDate): string {
  const lines = rows.map((row, index) => {
    const parts = [row.communityName, row.openHazards > 0 ? `未销号${row.openHazards}条` : "没有未销号隐患"];
    if (row.overdueHazards > 0) parts.push(`其中逾期${row.overdueHazards}条`);
    if (row.nextDue) parts.push(`最近期限${shortDay(row.nextDue, day)}`);
    return `${index + 1}. ${row.name}：${parts.filter(Boolean).join("，")}`;
  });
  return [`企业${rows.length}家（${shortDay(day, day)}）`, ...lines].join("\n");
}
