// The rules as they are typed: an empty field switches a step off.
import { type Ladders, laddersSchema } from "#domain/climbing/ladders.ts";
import type { Faults, Values } from "../../forms/use-draft.ts";

export type LadderField =
  | `enterprise.${keyof Ladders["enterprise"]}`
  | `agency.${Exclude<keyof Ladders["agency"], "community">}`
  | "referralAfterDays"
  | "reason";

export function draftOf({ enterprise, agency, referralAfterDays }: Ladders): Values<LadderField> {
  const typed = (days: number | null) => (days === null ? "" : String(days));
  return {
    "enterprise.before": typed(enterprise.before),
    "enterprise.again": typed(enterprise.again),
    "enterprise.community": typed(enterprise.community),
    "enterprise.office": typed(enterprise.office),
    "enterprise.leadingGroup": typed(enterprise.leadingGroup),
    "agency.before": typed(agency.before),
    "agency.again": typed(agency.again),
    "agency.office": typed(agency.office),
    "agency.leadingGroup": typed(agency.leadingGroup),
    referralAfterDays: typed(referralAfterDays),
    reason: "",
  };
}

/** The rules that are typed; undefined while a field holds no whole number of days. */
export function laddersIn(values: Values<LadderField>): Ladders | undefined {
  const days = (field: LadderField) => (values[field].trim() === "" ? null : Number(values[field]));
  return laddersSchema.safeParse({
    enterprise: {
      before: days("enterprise.before"),
      again: days("enterprise.again"),
      community: days("enterprise.community"),
      office: days("enterprise.office"),
      leadingGroup: days("enterprise.leadingGroup"),
    },
    agency: {
      before: days("agency.before"),
      again: days("agency.again"),
      community: null,
      office: days("agency.office"),
      leadingGroup: days("agency.leadingGroup"),
    },
    referralAfterDays: days("referralAfterDays"),
  }).data;
}

export function faultsOf(values: Values<LadderField>, say: (zh: string, en: string) => string): Faults<LadderField> {
  const faults: Faults<LadderField> = {};
  for (const [field, value] of Object.entries(values) as [LadderField, string][]) {
    if (field === "reason" || value.trim() === "") continue;
    const days = Number(value);
    if (!Number.isInteger(days) || days < 1 || days > 365)
      faults[field] = say("填1到365的整天数；不要这一级就留空。", "1 to 365 whole days, or empty for off.");
  }
  if (!values.reason.trim()) faults.reason = say("请写明为什么改，留在改动记录里。", "The reason is needed.");
  return faults;
}
