// A work item in a line of text: as the row's title, and as lines for a chat group.
import type { WorkItem } from "#api/work-items.ts";
import { workHolderLabels, workKindLabels } from "#api/work-labels.ts";
import { textByEnterprise } from "../../telling/by-enterprise.ts";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";

type Say = (zh: string, en: string) => string;
const inChinese: Say = (zh) => zh;

/** What it is about, with what is asked for. */
export function titleOf(item: WorkItem, say: Say): string {
  switch (item.kind) {
    case "extension":
      return say(
        `${item.title}，申请延${item.daysAsked ?? 0}天`,
        `${item.title}: ${item.daysAsked ?? 0} more days asked`,
      );
    case "reviewReport":
    case "releaseReport":
      return say(`排查报告${item.title}`, `Report ${item.title}`);
    case "inspectionTask":
      return say(`${dueDay(item)}的检查没做`, `Inspection of ${dueDay(item)} not made`);
    case "supervisionTask":
      return say(`${dueDay(item)}前的督促没做`, `Supervision due ${dueDay(item)} not made`);
    case "reinspectionTask":
      return say(`${dueDay(item)}前的复查没做`, `Re-inspection due ${dueDay(item)} not made`);
    default:
      return item.title;
  }
}

function dueDay({ dueOn, since }: WorkItem): string {
  return shortDay(dueOn ?? since, since);
}

/** What waits, enterprise by enterprise, as it is pasted into a chat. */
export function workText(items: readonly WorkItem[], day: string, link: string): string {
  // A complaint is the office lead's alone and goes to no group.
  const tellable = items.filter(({ subject, holder }) => subject !== "tip" || holder !== "officeLead");
  const lines = tellable.map((item) => {
    const due = item.dueOn ?? item.enterpriseDue;
    const days = due ? `，${dueWords(due, day, inChinese).text}（${shortDay(due, day)}）` : "";
    const holder = item.holderName ?? workHolderLabels[item.holder].zh;
    const head = `${workKindLabels[item.kind].zh}：${titleOf(item, inChinese)}`;
    const text = `${head}${days}，在${holder}手上，${shortDay(item.since, day)}起`;
    return { enterpriseName: item.enterpriseName, text };
  });
  return textByEnterprise("待办", lines, day, link);
}
