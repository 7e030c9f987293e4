// A scheme as it is written in the form: everything as text, and back.
import { defaultScheme, faultOfScheme, type Period, type SchemeParts } from "#domain/contract/scheme-parts.ts";
import { problemText } from "#domain/problems.ts";
import type { Faults, Values } from "../../forms/use-draft.ts";

const periodFields = ["startsOn", "endsOn", "inspections", "supervisions", "reinspections"] as const;
export type PeriodField = (typeof periodFields)[number];
const dayFields = ["startsOn", "endsOn", "targetOn"] as const;
const numberFields = ["rectificationDays", "reinspectionWorkingDays", "reportWorkingDays", "majorNoticeHours"] as const;
const moneyFields = ["aboveScaleRevenueFen", "inScopeRevenueFen", "standardizationRevenueFen"] as const;

export type SchemeField = string;
type Say = (zh: string, en: string) => string;

/** 万元 in fen. */
const WAN_FEN = 1_000_000;

export const periodKey = (no: number, field: PeriodField) => `period${no}.${field}`;

export function valuesOf(scheme: SchemeParts): Values<SchemeField> {
  const values: Record<string, string> = {
    name: scheme.name,
    onePersonRelease: scheme.onePersonRelease ? "yes" : "no",
  };
  for (const field of dayFields) values[field] = scheme[field];
  for (const field of numberFields) values[field] = String(scheme[field] ?? defaultScheme(scheme.serviceYear)[field]);
  for (const field of moneyFields) values[field] = String(scheme[field] / WAN_FEN);
  for (const period of scheme.periods)
    for (const field of periodFields) values[periodKey(period.no, field)] = String(period[field]);
  return values;
}

export function partsOf(values: Values<SchemeField>, serviceYear: number, periods: readonly Period[]): SchemeParts {
  const text = (field: string) => values[field] ?? "";
  const number = (field: string) => Number(text(field) || Number.NaN);
  const fen = (field: string) => Math.round(number(field) * WAN_FEN);
  return {
    ...{ name: text("name").trim(), serviceYear },
    ...{ startsOn: text("startsOn"), endsOn: text("endsOn"), targetOn: text("targetOn") },
    periods: periods.map(({ no }) => ({
      ...{ no, startsOn: text(periodKey(no, "startsOn")), endsOn: text(periodKey(no, "endsOn")) },
      inspections: number(periodKey(no, "inspections")),
      supervisions: number(periodKey(no, "supervisions")),
      reinspections: number(periodKey(no, "reinspections")),
    })),
    rectificationDays: number("rectificationDays"),
    reinspectionWorkingDays: number("reinspectionWorkingDays"),
    reportWorkingDays: number("reportWorkingDays"),
    majorNoticeHours: number("majorNoticeHours"),
    onePersonRelease: text("onePersonRelease") === "yes",
    aboveScaleRevenueFen: fen("aboveScaleRevenueFen"),
    inScopeRevenueFen: fen("inScopeRevenueFen"),
    standardizationRevenueFen: fen("standardizationRevenueFen"),
  };
}

/** Blank fields first; then what the scheme's own rule says, at the name. */
export function faultsOf(
  values: Values<SchemeField>,
  serviceYear: number,
  periods: readonly Period[],
  say: Say,
): Faults<SchemeField> {
  const faults: Faults<SchemeField> = {};
  const whole = [...numberFields, ...periods.flatMap(({ no }) => countKeys(no))];
  for (const field of whole)
    if (!/^\d{1,3}$/.test(values[field] ?? "")) faults[field] = say("请填整数。", "A whole number is needed.");
  for (const field of moneyFields)
    if (!/^\d{1,9}(\.\d{1,4})?$/.test(values[field] ?? ""))
      faults[field] = say("请填数字，如2000。", "A number is needed.");
  for (const field of [...dayFields, ...periods.flatMap(({ no }) => dayKeys(no))])
    if (!values[field]) faults[field] = say("请选日期。", "Choose a day.");
  if (!values.name?.trim()) faults.name = say("请填方案的名字。", "The name is needed.");
  if (Object.keys(faults).length > 0) return faults;
  const refused = faultOfScheme(partsOf(values, serviceYear, periods));
  return refused ? { startsOn: problemText(refused.problem) } : {};
}

function countKeys(no: number): string[] {
  return (["inspections", "supervisions", "reinspections"] as const).map((field) => periodKey(no, field));
}

function dayKeys(no: number): string[] {
  return (["startsOn", "endsOn"] as const).map((field) => periodKey(no, field));
}

/** The year's usual scheme, or the one to be changed. */
export function startOf(scheme: SchemeParts | undefined, year: number): SchemeParts {
  return scheme ?? defaultScheme(year);
}
