// 赋权事项: what of enforcement was delegated to this subdistrict. Only for such an item, and only in its days, may a referral go
// to the subdistrict's own enforcement officers; a subdistrict refers everything else.
import { type LocalDate, spokenDay } from "../calendar/local-date.ts";
import type { Row } from "../kernel/entities.ts";
import { type Refused, refuse } from "../kernel/result.ts";

export type DelegatedItem = Row<"delegatedItems">;

export function isDelegatedOn(
  { validFrom, validTo }: Pick<DelegatedItem, "validFrom" | "validTo">,
  day: LocalDate,
): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** As the decision and the package say it. */
export function delegatedWords({ name, legalBasis }: Pick<DelegatedItem, "name" | "legalBasis">): string {
  return `${name}（依据：${legalBasis}）`;
}

export function refusedDelegation(item: DelegatedItem | undefined, today: LocalDate): Refused | undefined {
  if (!item) return refuse("delegated.not_found");
  if (isDelegatedOn(item, today)) return undefined;
  const to = item.validTo === null ? "" : spokenDay(item.validTo, today);
  return refuse("delegated.not_on_day", { name: item.name, from: spokenDay(item.validFrom, today), to });
}
