// What an act of the hazard's table requires, each with its check: the guard refuses what is missing,
// the screen lists it beforehand. Shape alone (a text that is there at all) is the schema's.
import type { Label } from "../kernel/label.ts";

export type Requirement =
  | "startedVisit"
  | "sameVisit"
  | "photoOrReason"
  | "photo"
  | "clause"
  | "deadline"
  | "signatureOrRefusal"
  | "text"
  | "reason"
  | "fourParts"
  | "severityCase"
  | "conditions"
  | "fiveFixes"
  | "ground"
  | "result";

/** R13: all five, or it is no plan. */
interface FiveFixes {
  readonly responsible: string;
  readonly measures: string;
  readonly fundsFen: number;
  readonly finishOn: string;
  readonly contingencyPlan: string;
}

/** What the arguments and the loaded rows bring along. */
export interface Supplied {
  readonly hazardId?: string;
  readonly photos?: readonly unknown[];
  readonly noPhotoReason?: string | null;
  readonly clauseInForce?: boolean;
  readonly deadlineDays?: number | null;
  readonly served?: boolean;
  readonly text?: string | null;
  readonly reason?: string | null;
  readonly stepsTaken?: string;
  readonly daysNeeded?: number;
  readonly interimProtection?: string;
  readonly severityCase?: string | null;
  readonly conditions?: readonly { readonly met: boolean }[];
  readonly treatment?: FiveFixes;
  readonly ground?: string;
  readonly resultKind?: string;
  readonly visitStarted?: boolean;
  readonly sameVisit?: boolean;
}

const checks: Readonly<Record<Requirement, (supplied: Supplied) => boolean>> = {
  startedVisit: (supplied) => supplied.visitStarted === true,
  sameVisit: (supplied) => supplied.sameVisit === true,
  photoOrReason: (supplied) => hasPhoto(supplied) || Boolean(supplied.noPhotoReason),
  photo: hasPhoto,
  clause: (supplied) => supplied.clauseInForce === true,
  deadline: (supplied) => supplied.deadlineDays != null,
  signatureOrRefusal: (supplied) => supplied.served === true,
  text: (supplied) => Boolean(supplied.text),
  reason: (supplied) => Boolean(supplied.reason),
  fourParts: (supplied) =>
    Boolean(supplied.stepsTaken && supplied.daysNeeded && supplied.reason && supplied.interimProtection),
  severityCase: (supplied) => Boolean(supplied.severityCase),
  conditions: (supplied) =>
    (supplied.conditions ?? []).length > 0 && (supplied.conditions ?? []).every((one) => one.met),
  fiveFixes: ({ treatment: plan }) =>
    Boolean(plan?.responsible && plan.measures && plan.finishOn && plan.contingencyPlan) && (plan?.fundsFen ?? -1) >= 0,
  ground: (supplied) => Boolean(supplied.ground),
  result: (supplied) => Boolean(supplied.resultKind),
};

function hasPhoto(supplied: Supplied): boolean {
  return (supplied.photos ?? []).length > 0;
}

/** The requirements that are not met, in the order of the table. */
export function missingRequirements(requires: readonly Requirement[], supplied: Supplied): readonly Requirement[] {
  return requires.filter((requirement) => !checks[requirement](supplied));
}

/** The refusal of each requirement, in `problems.ts`. */
export const requirementProblems: Readonly<Record<Requirement, string>> = {
  startedVisit: "hazard.needs_started_visit",
  sameVisit: "hazard.needs_same_visit",
  photoOrReason: "hazard.needs_photo_or_reason",
  photo: "hazard.needs_photo",
  clause: "hazard.needs_clause",
  deadline: "hazard.needs_deadline",
  signatureOrRefusal: "hazard.needs_service",
  text: "hazard.needs_text",
  reason: "hazard.needs_reason",
  fourParts: "extension.needs_four_parts",
  severityCase: "severity.needs_case",
  conditions: "severity.needs_conditions",
  fiveFixes: "treatment.needs_five_fixes",
  ground: "referral.needs_ground",
  result: "enforcement.needs_result",
};

export const requirementLabels: Readonly<Record<Requirement, Label>> = {
  startedVisit: { zh: "专家本人在该场所进行中的检查", en: "The expert's own visit in progress at the site" },
  sameVisit: { zh: "发现该隐患的同一次检查", en: "The very visit that found it" },
  photoOrReason: { zh: "照片或无照片的列明原因", en: "A photo, or a listed reason for none" },
  photo: { zh: "照片", en: "Photo" },
  clause: { zh: "检查当日有效的依据条款", en: "A clause in force on the day" },
  deadline: { zh: "整改期限", en: "Deadline" },
  signatureOrRefusal: { zh: "签收或拒签记录", en: "Signature or recorded refusal" },
  text: { zh: "整改说明", en: "What was done" },
  reason: { zh: "理由", en: "Reason" },
  fourParts: {
    zh: "已采取的措施、所需天数、理由、临时防护",
    en: "Steps taken, days needed, reason, interim protection",
  },
  severityCase: { zh: "所属的重大隐患情形", en: "The listed case" },
  conditions: { zh: "逐项勾选的要件", en: "Every condition ticked" },
  fiveFixes: {
    zh: "五落实：责任人、措施、资金、时限、应急预案",
    en: "Five fixes: responsibility, measures, funds, time, contingency plan",
  },
  ground: { zh: "提请执法的情形", en: "Ground for referral" },
  result: { zh: "执法结果", en: "Result" },
};
