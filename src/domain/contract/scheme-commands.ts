// Setting the scheme of a service year. Once a plan stands on its periods, periods stay; parameters may still change.
import { z } from "zod";
import { type Change, decided, insert, remove, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { SchemePeriods } from "../rows.generated.ts";
import { faultOfScheme, type Period, type SchemeParts, schemePartsSchema } from "./scheme-parts.ts";

const setScheme = defineCommand({
  name: "scheme.set",
  label: { zh: "设定服务方案", en: "Set scheme" },
  // Not the administrator: who sees no tasks cannot know whether a plan stands on the periods.
  by: ["officeLead", "system"],
  args: schemePartsSchema.extend({ schemeId: z.uuid() }),
  needs: (args) => ({
    scheme: one("schemes", { id: args.schemeId }),
    sameYear: one("schemes", { serviceYear: args.serviceYear }),
    periods: many("schemePeriods", { schemeId: args.schemeId }),
  }),
  // A plan that stands reaches the last period, whenever its enterprises joined.
  needsMore: (args, { periods }) => ({
    planned: one("tasks", {
      schemeId: args.schemeId,
      kind: "inspection",
      periodNo: periods.length === 0 ? undefined : Math.max(...periods.map((period) => period.no)),
    }),
  }),
  decide: ({ scheme, sameYear, periods, planned }, args, { tenantId, receivedAt }) => {
    const fault = faultOfScheme(args);
    if (fault) return fault;
    const { schemeId, periods: newPeriods, ...parts } = args;
    if (sameYear && sameYear.id !== schemeId) {
      return refuse("scheme.year_taken", { serviceYear: args.serviceYear, name: sameYear.name });
    }
    if (planned && !hasSamePeriods(periods, newPeriods)) return refuse("scheme.planned");
    const change = scheme
      ? update("schemes", scheme, parts)
      : insert("schemes", {
          ...{ ...parts, tenantId, id: schemeId, createdAt: receivedAt },
          ...{ expertVisitsADay: null, officerVisitsADay: null },
        });
    return ok(decided("schemes", schemeId, [change, ...periodChanges(periods, newPeriods, tenantId, schemeId)]));
  },
});

function hasSamePeriods(stored: readonly SchemePeriods[], periods: readonly Period[]): boolean {
  return (
    stored.length === periods.length &&
    periods.every((period) => stored.some((row) => row.no === period.no && isSamePeriod(row, period)))
  );
}

function isSamePeriod(row: SchemePeriods, period: Period): boolean {
  return (
    row.startsOn === period.startsOn &&
    row.endsOn === period.endsOn &&
    row.inspections === period.inspections &&
    row.supervisions === period.supervisions &&
    row.reinspections === period.reinspections
  );
}

function periodChanges(
  stored: readonly SchemePeriods[],
  periods: SchemeParts["periods"],
  tenantId: string,
  schemeId: string,
): Change[] {
  const gone = stored.filter((row) => !periods.some((period) => period.no === row.no));
  const kept = periods.flatMap((period): Change[] => {
    const row = stored.find((known) => known.no === period.no);
    if (!row) return [insert("schemePeriods", { tenantId, schemeId, ...period })];
    const { no: _, ...set } = period;
    return isSamePeriod(row, period) ? [] : [update("schemePeriods", row, set)];
  });
  return [...gone.map((row) => remove("schemePeriods", row)), ...kept];
}

export const schemeCommands: readonly AnyCommand[] = [setScheme];
