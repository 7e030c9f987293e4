// What may be done to a visit and to a photo slot, from which status, by whom (design §2: R5, R7, R8).

import type { PhotoState, VisitStatus } from "./statuses.ts";
import { mayStart, rowOf, type TransitionRow } from "./transition-row.ts";

export type VisitCommand = "visit.start" | "visit.accompany" | "finding.record" | "visit.finish" | "onSiteRecord.serve";
export type PhotoCommand = "photo.store" | "photo.declareLost" | "photo.confirmLost";

export const visitTransitions: readonly TransitionRow<VisitCommand, VisitStatus>[] = [
  {
    command: "visit.start",
    from: [null],
    to: "started",
    by: ["expert"],
    requires: { zh: "本机构服务的场所", en: "A site served by the expert's own agency" },
  },
  {
    command: "visit.accompany",
    from: ["started"],
    to: null,
    by: ["expert"],
    requires: { zh: "陪同人姓名，或无人陪同的原因", en: "Name, or the reason for nobody" },
  },
  {
    command: "finding.record",
    from: ["started"],
    to: null,
    by: ["expert"],
    requires: { zh: "检查项和结果", en: "Item and result" },
  },
  {
    command: "visit.finish",
    from: ["started"],
    to: "finished",
    by: ["expert"],
    requires: { zh: "清单、隐患和陪同都齐", en: "Findings, hazards and accompaniment complete" },
  },
  {
    command: "onSiteRecord.serve",
    from: ["finished"],
    to: null,
    by: ["expert"],
    requires: { zh: "签字，或写明的拒签", en: "Signatures, or a recorded refusal" },
  },
];

export const photoTransitions: readonly TransitionRow<PhotoCommand, PhotoState>[] = [
  {
    command: "photo.store",
    from: ["expected", "declaredLost", "stored"],
    to: "stored",
    by: ["system"],
    requires: { zh: "照片已收到", en: "The bytes have arrived" },
  },
  {
    command: "photo.declareLost",
    from: ["expected"],
    to: "declaredLost",
    by: ["expert"],
    requires: { zh: "原因", en: "Reason" },
  },
  {
    command: "photo.confirmLost",
    from: ["declaredLost"],
    to: null,
    by: ["agencyLead"],
    requires: { zh: "专家已报遗失", en: "Declared lost by an expert" },
  },
];

export function visitRow(command: VisitCommand) {
  return rowOf(visitTransitions, command);
}

export function photoRow(command: PhotoCommand) {
  return rowOf(photoTransitions, command);
}

export function mayOnVisit(command: VisitCommand, status: VisitStatus | null): boolean {
  return mayStart(visitTransitions, command, status);
}

export function mayOnPhoto(command: PhotoCommand, state: PhotoState): boolean {
  return mayStart(photoTransitions, command, state);
}
