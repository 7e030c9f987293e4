// The shape of a desk act's form: what is asked, and the answers it can be sent with. One record an act, no code.
import type { HazardPage } from "#api/hazards.ts";
import type { Label } from "#domain/kernel/label.ts";

export type ActValues = Readonly<Record<string, string>>;

export interface ActField {
  readonly name: string;
  readonly kind: "area" | "text" | "date" | "number" | "choice" | "conditions";
  readonly label: Label;
  readonly hint?: Label;
  /** May stay empty; where that hangs on what else is chosen, by the values so far. */
  readonly optional?: true | ((values: ActValues) => boolean);
  readonly options?: (page: HazardPage) => readonly { readonly value: string; readonly label: Label }[];
}

export function isOptional({ optional }: ActField, values: ActValues): boolean {
  return typeof optional === "function" ? optional(values) : optional === true;
}

export interface ActAnswer {
  /** What happens: 同意延期. */
  readonly label: Label;
  /** Said once it has happened. */
  readonly said: Label;
  readonly look?: "primary" | "risk";
  /** Only where the hazard stands so that this answer is possible. */
  readonly when?: (page: HazardPage) => boolean;
  /** Fields that must be filled for this answer beside the required ones. */
  readonly needs?: readonly string[];
  readonly args: (values: ActValues, page: HazardPage) => Readonly<Record<string, unknown>>;
}

export interface ActForm {
  readonly command: string;
  readonly title: Label;
  readonly hint?: Label;
  readonly fields: readonly ActField[];
  readonly initial?: (page: HazardPage) => ActValues;
  readonly answers: readonly ActAnswer[];
}

export const reasonField: ActField = {
  name: "reason",
  kind: "area",
  label: { zh: "理由", en: "Reason" },
  hint: { zh: "企业、社区和机构都看得到，也写进经过。", en: "Shown to enterprise, community and agency, and kept." },
};

export const daysField: ActField = {
  name: "deadlineDays",
  kind: "number",
  label: { zh: "再给几天", en: "Days for the next round" },
  hint: {
    zh: "从今天的第二天算起。比方案短的，写明原因。",
    en: "From tomorrow. Fewer than the scheme's need a reason.",
  },
};

export const daysReasonField: ActField = {
  name: "deadlineReason",
  kind: "text",
  label: { zh: "为什么比方案短", en: "Why fewer days" },
  optional: true,
};

export const daysArgs = (values: ActValues) => ({
  deadlineDays: Number(values.deadlineDays),
  deadlineReason: values.deadlineReason || null,
});

/** A line of conditions as it is kept in the one text value of its field: ticked or not, and its words. */
export interface ConditionLine {
  readonly met: boolean;
  readonly condition: string;
}

/** The conditions of the case that is chosen; none before. */
export function conditionsOf({ majorCases }: HazardPage, { severityCase }: ActValues): readonly string[] {
  return majorCases.find((one) => one.id === severityCase)?.conditions ?? [];
}

export function readConditions(value: string | undefined): readonly ConditionLine[] {
  return (value ?? "").split("\n").flatMap((line) => {
    const condition = line.slice(1);
    return line === "" ? [] : [{ met: line.startsWith("+"), condition }];
  });
}

export function writeConditions(lines: readonly ConditionLine[]): string {
  return lines.map(({ met, condition }) => `${met ? "+" : "-"}${condition.replaceAll("\n", " ")}`).join("\n");
}
