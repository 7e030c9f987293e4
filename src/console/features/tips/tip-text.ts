// Tips as lines for a chat group. Complaints and whoever reported are never among them.
import type { TipRow } from "#api/tips.ts";
import { isComplaint, tipStateLabels } from "#domain/tip/labels.ts";
import { textByEnterprise } from "../../telling/by-enterprise.ts";
import { shortDay } from "../../words/day-words.ts";

export function tipsText(rows: readonly TipRow[], day: string): string {
  const lines = rows
    .filter(({ about }) => !isComplaint(about))
    .map((row) => ({
      enterpriseName: row.enterpriseName ?? "未分办",
      text: `${row.text.replaceAll(/\s+/g, " ")}（${[row.enterpriseWords, row.place].filter(Boolean).join("，")}），编号${row.number}，${tipStateLabels[row.state].zh}，${shortDay(tipDue(row), day)}前${row.state === "reported" ? "分办" : "答复"}`,
    }));
  return textByEnterprise("线索", lines, day);
}

/** The day that runs now. */
export function tipDue({
  state,
  handlerMembershipId,
  triageDue,
  answerDue,
}: Pick<TipRow, "state" | "handlerMembershipId" | "triageDue" | "answerDue">): string {
  return state === "reported" && handlerMembershipId === null ? triageDue : answerDue;
}
