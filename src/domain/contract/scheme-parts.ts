// A scheme 服务方案: a service year cut into periods with what is owed in each, and its parameters. Parameters, not law.
import { z } from "zod";
import { getDeadline } from "../calendar/deadline-rules.ts";
import { addDays, localDateSchema } from "../calendar/local-date.ts";
import { type Refused, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { defaultThresholds } from "../scope/thresholds.ts";

export const periodSchema = z.object({
  no: z.int().min(1).max(12),
  startsOn: localDateSchema,
  endsOn: localDateSchema,
  inspections: z.int().min(0).max(12),
  supervisions: z.int().min(0).max(12),
  reinspections: z.int().min(0).max(12),
});
export type Period = z.output<typeof periodSchema>;

const fen = z.int().nonnegative();

export const schemePartsSchema = z.object({
  name: text(120),
  serviceYear: z.int().min(2000).max(2100),
  startsOn: localDateSchema,
  endsOn: localDateSchema,
  /** The day R4's targets are measured at; separate from the service year's end. */
  targetOn: localDateSchema,
  periods: z.array(periodSchema).min(1).max(12),
  /** R12: half a month is the meeting's demand and no legal term. */
  rectificationDays: z.int().min(1).max(365).default(15),
  reinspectionWorkingDays: z.int().min(1).max(60).default(10),
  reportWorkingDays: z.int().min(1).max(60).default(3),
  /** Hours in which a suspected major hazard is to be looked at; null, as earlier apps leave it: the dated rule's. */
  majorNoticeHours: z.int().min(1).max(72).nullable().default(null),
  onePersonRelease: z.boolean().default(false),
  aboveScaleRevenueFen: fen.default(defaultThresholds.aboveScaleRevenueFen),
  inScopeRevenueFen: fen.default(defaultThresholds.inScopeRevenueFen),
  standardizationRevenueFen: fen.default(defaultThresholds.standardizationRevenueFen),
});
export type SchemeParts = z.output<typeof schemePartsSchema>;

/** Shushan's service year: 1 April to 31 March in four quarters, one of each kind a quarter (R10), targets at 31 December (R4). */
export function defaultScheme(serviceYear: number): SchemeParts {
  const next = serviceYear + 1;
  const owed = { inspections: 1, supervisions: 1, reinspections: 1 };
  return {
    name: `${serviceYear}年度安全生产社会化服务`,
    serviceYear,
    startsOn: `${serviceYear}-04-01`,
    endsOn: `${next}-03-31`,
    targetOn: `${serviceYear}-12-31`,
    periods: [
      { no: 1, startsOn: `${serviceYear}-04-01`, endsOn: `${serviceYear}-06-30`, ...owed },
      { no: 2, startsOn: `${serviceYear}-07-01`, endsOn: `${serviceYear}-09-30`, ...owed },
      { no: 3, startsOn: `${serviceYear}-10-01`, endsOn: `${serviceYear}-12-31`, ...owed },
      { no: 4, startsOn: `${next}-01-01`, endsOn: `${next}-03-31`, ...owed },
    ],
    rectificationDays: getDeadline("rectification", `${serviceYear}-04-01`).amount,
    reinspectionWorkingDays: getDeadline("reinspection", `${serviceYear}-04-01`).amount,
    reportWorkingDays: getDeadline("report", `${serviceYear}-04-01`).amount,
    majorNoticeHours: getDeadline("majorNotice", `${serviceYear}-04-01`).amount,
    onePersonRelease: false,
    ...defaultThresholds,
  };
}

/** Periods are numbered from 1, follow each other without gap or overlap, and cover the service year exactly. */
export function faultOfScheme(scheme: SchemeParts): Refused | undefined {
  if (scheme.endsOn <= scheme.startsOn) return refuse("scheme.days_reversed");
  if (scheme.targetOn < scheme.startsOn || scheme.targetOn > scheme.endsOn) return refuse("scheme.target_outside");
  if (scheme.inScopeRevenueFen > scheme.aboveScaleRevenueFen) return refuse("scheme.thresholds_reversed");
  let expected = scheme.startsOn;
  for (const [index, period] of scheme.periods.entries()) {
    const no = index + 1;
    if (period.no !== no) return refuse("scheme.period_number", { no });
    if (period.startsOn > expected) return refuse("scheme.period_gap", { no, from: expected });
    if (period.startsOn < expected) return refuse("scheme.period_overlap", { no, from: expected });
    if (period.endsOn < period.startsOn) return refuse("scheme.period_reversed", { no });
    expected = addDays(period.endsOn, 1);
  }
  if (addDays(expected, -1) !== scheme.endsOn) return refuse("scheme.year_not_covered", { endsOn: scheme.endsOn });
  return undefined;
}
