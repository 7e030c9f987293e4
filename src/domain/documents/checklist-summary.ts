// What was looked at: the three states of a checklist item (checked, does not apply, not checked), per group.
import { z } from "zod";

const count = z.number().int().min(0);

const groupSchema = z.strictObject({
  name: z.string().min(1).max(100),
  conform: count,
  nonconform: count,
  notApplicable: count,
  notChecked: count,
});

export const checklistSummarySchema = z.strictObject({
  groups: z.array(groupSchema).max(60),
  total: count,
  conform: count,
  nonconform: count,
  notApplicable: count,
  notChecked: count,
});

export type ChecklistSummary = z.infer<typeof checklistSummarySchema>;

export interface FindingFacts {
  readonly group: string;
  readonly result: "conform" | "nonconform" | "notApplicable" | "notChecked";
}

/** Counts findings by group, groups in the order of their first item. */
export function checklistSummaryOf(findings: readonly FindingFacts[]): ChecklistSummary {
  const groups = new Map<string, z.infer<typeof groupSchema>>();
  const sum = { conform: 0, nonconform: 0, notApplicable: 0, notChecked: 0 };
  for (const { group, result } of findings) {
    const row = groups.get(group) ?? { name: group, conform: 0, nonconform: 0, notApplicable: 0, notChecked: 0 };
    row[result] += 1;
    sum[result] += 1;
    groups.set(group, row);
  }
  return { groups: [...groups.values()], total: findings.length, ...sum };
}
