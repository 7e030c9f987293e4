// What comes next for a hazard, in the owner's words: who moves, by when, and what may follow.
import { type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import { enterpriseDue } from "#domain/hazard/due.ts";
import type { Hazard } from "#domain/hazard/statuses.ts";

/** One line under a card: the next move. */
export function nextMove(hazard: Hazard, today: LocalDate): string {
  if (hazard.contested) return "异议已交，等机构答复";
  switch (hazard.status) {
    case "open":
      return hazard.extensionPending ? "延期已申请，等街道答复" : "看怎么改，传照片";
    case "submitted":
      return `照片已交，等专家${day(hazard.reinspectionDue, today)}前来看`;
    case "referred":
      return "执法人员会联系贵厂";
    case "awaitingFinalReinspection":
      return "等专家来做最后一次复查";
    case "closed":
      return "已改好";
    case "voided":
      return "不用改";
    default:
      return hazard.status satisfies never;
  }
}

/** The steps from here to the end. */
export function whatHappensNext(hazard: Hazard, today: LocalDate): readonly string[] {
  const flags = flagWords(hazard, today);
  switch (hazard.status) {
    case "open":
      return [...flags, ...openWords(hazard, today)];
    case "submitted":
      return [
        ...flags,
        `专家${day(hazard.reinspectionDue, today)}前到场复查。等的这几天不算贵厂逾期。`,
        "看着合格，这条就销号，不用您再做什么。",
        "还差一点，会写清差在哪里，重新给时间。",
      ];
    case "referred":
      return [...flags, "这条已移送执法部门，由执法人员联系贵厂。", "该改的还是要改；改好后专家来做最后一次复查。"];
    case "awaitingFinalReinspection":
      return [...flags, "专家到场做最后一次复查，合格就销号。"];
    case "closed":
      return [...flags, "这条已经销号，不用再做什么。再出现同样情形，会另记一条。"];
    case "voided":
      return ["核对后这条不算隐患，已作废，不用改。"];
    default:
      return hazard.status satisfies never;
  }
}

function openWords(hazard: Hazard, today: LocalDate): readonly string[] {
  const late = enterpriseDue(hazard, today).state === "overdue";
  return [
    "照上面的办法改，改好拍一张交上来。",
    "机构收到照片，会派专家到场复查，合格就销号。",
    hazard.referralProposed
      ? "改好了请马上交照片，街道决定时看得到。实在有难处，点“我有异议”写清楚。"
      : late
        ? "已经过了期限，请先把照片交上来；实在来不及，点“要多几天”说明。一直不改，街道可能提请执法。"
        : "来不及，就在到期前点“要多几天”；觉得不对，点“我有异议”。",
  ];
}

function flagWords(hazard: Hazard, today: LocalDate): readonly string[] {
  const words: string[] = [];
  if (hazard.contested) words.push("异议已交给机构负责人，有答复会写在“经过”里。这期间期限照走。");
  if (hazard.extensionPending)
    words.push(`延期申请在街道手上。答复之前，期限还是${day(hazard.rectificationDue, today)}。`);
  if (hazard.severity === "suspectedMajor") words.push("专家怀疑这是重大隐患，街道会来人确认。请先按办法把危险停住。");
  if (hazard.referralProposed) words.push("这条已提请执法，街道正在决定是否移送。");
  if (hazard.voidProposed) words.push("有人提出这条不算隐患，街道和机构正在核对。");
  return words;
}

function day(date: LocalDate | null, today: LocalDate): string {
  return date ? spokenDay(date, today).replace(/（.*$/, "") : "";
}
