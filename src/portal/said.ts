// What is said after an act that went through: what happened, and what comes next.
import { type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import type { Hazard } from "#domain/hazard/statuses.ts";

export const saidKeys = [
  "received",
  "submitted",
  "submittedSame",
  "withdrawn",
  "extension",
  "objection",
  "plan",
  "supervised",
] as const;
export type SaidKey = (typeof saidKeys)[number];

export function isSaidKey(value: unknown): value is SaidKey {
  return saidKeys.some((key) => key === value);
}

/** `hazard` is the one it was done to; undefined when it was done to several. */
export function saidWords(key: SaidKey, hazard: Hazard | undefined, today: LocalDate): string {
  const day = (date: string | null | undefined) => (date ? `${spokenDay(date, today).replace(/（.*$/, "")}前` : "");
  switch (key) {
    case "received":
      return hazard?.rectificationDue
        ? `记下了，贵厂已收到。请在${day(hazard.rectificationDue)}改好。`
        : "记下了，贵厂已收到。";
    case "submitted":
      return `照片已交上来。专家${day(hazard?.reinspectionDue)}到场看，合格就销号。`;
    case "submittedSame":
      return "已交上来了。只是这张看着和整改前的照片是同一张：要是选错了，点“交错了，撤回重交”，换一张改好后的就行；没选错就不用管，专家会到场看。";
    case "withdrawn":
      return "已撤回，可以重新拍、重新交。";
    case "extension":
      return "延期申请已交给街道。答复之前，期限不变。";
    case "objection":
      return "异议已交给机构负责人，有答复会写在“经过”里。";
    case "plan":
      return "治理方案已存，街道和机构都看得到。要改就再填一次，以最新的为准。";
    case "supervised":
      return "这次督促记下了，街道和机构都看得到。";
    default:
      return key satisfies never;
  }
}
