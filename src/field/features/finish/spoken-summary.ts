// What is read aloud to the enterprise: how much was looked at, what is to be done, by when; the earliest date last. Pure.
import { addDays, daysBetween, type LocalDate } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { shortDay } from "../../components/day-picks.tsx";

export interface Part {
  readonly text: string;
  readonly strong?: boolean;
}

interface Facts {
  readonly visit: Row<"visits">;
  readonly findings: readonly Row<"findings">[];
  readonly hazards: readonly Row<"hazards">[];
}

export function spokenSummary({ visit, findings, hazards }: Facts, today: LocalDate): readonly Part[] {
  const own = hazards.filter((one) => one.visitId === visit.id && one.status !== "voided");
  const old = hazards.filter((one) => one.siteId === visit.siteId && one.visitId !== visit.id && isOpen(one));
  const checked = findings.filter((one) => one.result !== "notChecked").length;
  const begin = visit.kind === "inspection" ? `今天查了${checked}项，` : "今天来复查，";
  return [{ text: begin }, ...ownParts(own), ...oldParts(old, own, today)];
}

function ownParts(own: readonly Row<"hazards">[]): readonly Part[] {
  if (own.length === 0) return [{ text: "没有新的隐患。" }];
  const fixed = own.filter((one) => one.closedHow === "fixedOnSite").length;
  const byDays = [...Map.groupBy(own.filter(isOpen), (one) => one.deadlineDays)].toSorted(([a], [b]) => a - b);
  const clauses: Part[][] = byDays.map(([days, ones]) => [
    { text: days === 0 ? "今天" : `${days}日内`, strong: true },
    { text: `改${ones.length}条` },
  ]);
  if (fixed > 0) clauses.unshift([{ text: `当场改好${fixed}条` }]);
  const joined = clauses.flatMap((clause, index) => (index === 0 ? clause : [{ text: "，" }, ...clause]));
  return [{ text: "有" }, { text: `${own.length}条`, strong: true }, { text: "要改：" }, ...joined, { text: "。" }];
}

/** Old ones with their earliest date, and whether it is the earliest of all. */
function oldParts(old: readonly Row<"hazards">[], own: readonly Row<"hazards">[], today: LocalDate): readonly Part[] {
  const dated = old.flatMap((one) => one.rectificationDue ?? []).toSorted();
  const [first] = dated;
  if (old.length === 0) return [];
  const begin = { text: `旧的${old.length}条还没销号` };
  if (!first) return [begin, { text: "。" }];
  const late = daysBetween(first, today);
  if (late > 0) return [begin, { text: "，最早一条已" }, { text: `过期${late}天`, strong: true }, { text: "。" }];
  const ownDates = own.filter(isOpen).map((one) => one.rectificationDue ?? addDays(today, one.deadlineDays));
  const earliest = ownDates.every((day) => first <= day);
  return [
    begin,
    { text: "，" },
    { text: shortDay(first), strong: true },
    { text: earliest ? "前要改完，这是最早的一条。" : "前要改完。" },
  ];
}

export function plainSummary(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join("");
}
