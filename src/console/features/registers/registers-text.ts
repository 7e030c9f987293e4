// Entries of registers as they are pasted into a chat group, enterprise by enterprise.
import type { RegisterRow } from "#api/enterprise-registers.ts";
import { sayRegisterDue } from "#domain/registers/due.ts";
import { registerKindRules, varietyLabel } from "#domain/registers/kinds.ts";
import { textByEnterprise } from "../../telling/by-enterprise.ts";
import { shortDay } from "../../words/day-words.ts";

export function registersText(rows: readonly RegisterRow[], day: string, link: string): string {
  const lines = rows.map((row) => {
    const due = row.dueOn ? `，${registerKindRules[row.kind].dueOn.zh}${shortDay(row.dueOn, day)}` : "";
    const left = sayRegisterDue(row, day).word.zh;
    return {
      enterpriseName: row.enterpriseName,
      text: `${varietyLabel(row.kind, row.variety).zh}：${row.subject}${due}，${left}`,
    };
  });
  return textByEnterprise("台账", lines, day, link);
}
