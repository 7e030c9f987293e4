// What an enterprise owes again and again, as dated rows with what each stands on: tests of facilities, trainings, measurements.
// Only terms compared with the published words are here; any other next date is entered by hand with where it comes from.
import type { DatedDeadline } from "./deadline-rules.ts";

export const recurringKeys = [
  "fireFacilityTest",
  "confinedSpaceTraining",
  "warehouseFireTraining",
  "harmSevereTest",
  "harmSevereEvaluation",
  "harmGeneralTest",
  "safetyValve",
] as const;
export type RecurringKey = (typeof recurringKeys)[number];

const lastTest = { zh: "上一次检测", en: "The last test" };
const lastTraining = { zh: "上一次培训", en: "The last training" };

export const recurringTerms: readonly DatedDeadline[] = [
  {
    key: "fireFacilityTest",
    label: { zh: "建筑消防设施全面检测", en: "Full test of fire facilities" },
    ...{ amount: 12, unit: "month", runsFrom: lastTest, source: "law" },
    basis: "《消防法》第16条：每年至少进行一次全面检测",
    ...{ validFrom: "2019-04-23", validTo: null },
  },
  {
    key: "confinedSpaceTraining",
    label: { zh: "有限空间专题安全培训", en: "Training for confined spaces" },
    ...{ amount: 12, unit: "month", runsFrom: lastTraining, source: "law" },
    basis: "《工贸企业有限空间作业安全规定》第9条：每年至少组织一次",
    ...{ validFrom: "2024-01-01", validTo: null },
  },
  {
    key: "warehouseFireTraining",
    label: { zh: "仓储场所在岗消防教育", en: "Fire training in warehouses" },
    ...{ amount: 6, unit: "month", runsFrom: lastTraining, source: "standard" },
    basis: "《仓储场所消防安全管理通则》XF 1131-2014 3.3.2：每半年至少一次",
    ...{ validFrom: "2014-03-01", validTo: null },
  },
  {
    key: "harmSevereTest",
    label: { zh: "职业病危害严重的单位：危害因素检测", en: "Severe harm: measurement" },
    ...{ amount: 12, unit: "month", runsFrom: lastTest, source: "law" },
    basis: "《工作场所职业卫生管理规定》第20条：每年至少进行一次",
    ...{ validFrom: "2021-02-01", validTo: null },
  },
  {
    key: "harmSevereEvaluation",
    label: { zh: "职业病危害严重的单位：现状评价", en: "Severe harm: evaluation" },
    ...{ amount: 36, unit: "month", runsFrom: { zh: "上一次评价", en: "The last evaluation" }, source: "law" },
    basis: "《工作场所职业卫生管理规定》第20条：每三年至少进行一次",
    ...{ validFrom: "2021-02-01", validTo: null },
  },
  {
    key: "harmGeneralTest",
    label: { zh: "职业病危害一般的单位：危害因素检测", en: "General harm: measurement" },
    ...{ amount: 36, unit: "month", runsFrom: lastTest, source: "law" },
    basis: "《工作场所职业卫生管理规定》第20条：每三年至少进行一次",
    ...{ validFrom: "2021-02-01", validTo: null },
  },
  {
    key: "safetyValve",
    label: { zh: "安全阀校验", en: "Safety valve calibrated" },
    ...{ amount: 12, unit: "month", runsFrom: { zh: "上一次校验", en: "The last calibration" }, source: "standard" },
    basis: "《固定式压力容器安全技术监察规程》TSG 21-2016 7.2.3.1.3.1：一般每年至少一次",
    ...{ validFrom: "2016-10-01", validTo: null },
  },
];
