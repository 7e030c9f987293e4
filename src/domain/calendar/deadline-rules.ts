// Every number of days, working days or hours the loop counts, as dated rows with what each stands on. A case keeps the rule of
// its day: what starts a clock asks for the rule in force then, stores the due date and the rule's key, and never asks again.
// Rows are added, never edited: a changed rule ends the old row the day before its own first day.
import type { Label } from "../kernel/label.ts";
import { addDays, type LocalDate } from "./local-date.ts";
import { recurringKeys, recurringTerms } from "./recurring-terms.ts";
import { addWorkingDays, type WorkingCalendar } from "./working-days.ts";

export const deadlineKeys = [
  "rectification",
  "reinspection",
  "report",
  "majorNotice",
  "equipmentRegistration",
  "drill",
  ...recurringKeys,
  "tipTriage",
  "tipAnswer",
] as const;
export type DeadlineKey = (typeof deadlineKeys)[number];

/** Calendar days run to 24:00 of the last day and over holidays; working days skip them; months end on the same day number. */
export type DeadlineUnit = "day" | "workingDay" | "hour" | "month";

/** law: the words of the article; standard: those of a technical standard; meeting: the subdistrict's own demand; practice: another place's published rule, to be set. */
export type DeadlineSource = "law" | "standard" | "meeting" | "practice" | "contract";

export interface DatedDeadline {
  readonly key: DeadlineKey;
  readonly label: Label;
  readonly amount: number;
  readonly unit: DeadlineUnit;
  /** From what the clock runs; that day itself is not counted. */
  readonly runsFrom: Label;
  /** What it stands on: instrument and article, or who demanded it. */
  readonly basis: string;
  readonly source: DeadlineSource;
  readonly validFrom: LocalDate;
  /** The last day it is asked for; null while it stands. */
  readonly validTo: LocalDate | null;
}

const served: Label = { zh: "企业签收或送达", en: "Served or acknowledged" };
const reported: Label = { zh: "有人反映", en: "Reported" };

export const deadlineTable: readonly DatedDeadline[] = [
  {
    key: "rectification",
    label: { zh: "企业整改", en: "Rectification" },
    amount: 15,
    unit: "day",
    runsFrom: served,
    basis: "街道整改会议要求“半个月之内”，不是法定期限；服务方案可改，法律或专家定得更短的从短",
    source: "meeting",
    validFrom: "2017-04-01",
    validTo: null,
  },
  {
    key: "reinspection",
    label: { zh: "机构复查", en: "Re-inspection" },
    amount: 10,
    unit: "workingDay",
    runsFrom: { zh: "企业交来整改", en: "Rectification submitted" },
    basis: "参照《特种设备安全监督检查办法》第29条；服务方案可改",
    source: "practice",
    validFrom: "2017-04-01",
    validTo: null,
  },
  {
    key: "report",
    label: { zh: "隐患排查报告签发", en: "Report released" },
    amount: 3,
    unit: "workingDay",
    runsFrom: { zh: "检查结束", en: "Visit finished" },
    basis: "服务合同约定；服务方案可改",
    source: "contract",
    validFrom: "2017-04-01",
    validTo: null,
  },
  {
    key: "majorNotice",
    label: { zh: "疑似重大隐患报街道", en: "Suspected major hazard told to the office" },
    amount: 2,
    unit: "hour",
    runsFrom: { zh: "专家现场提出", en: "Suspected on site" },
    basis: "《杭州市安全生产监督管理条例》第33条要求报告，未定小时数；2小时取自余杭区公开要求",
    source: "practice",
    validFrom: "2017-04-01",
    validTo: null,
  },
  {
    key: "equipmentRegistration",
    label: { zh: "特种设备使用登记", en: "Special equipment registered" },
    amount: 30,
    unit: "day",
    runsFrom: { zh: "投入使用", en: "Taken into use" },
    basis: "《特种设备安全法》第33条",
    source: "law",
    validFrom: "2014-01-01",
    validTo: null,
  },
  {
    key: "drill",
    label: { zh: "危险物品、人员密集单位应急演练", en: "Drill, dangerous goods or crowded places" },
    amount: 6,
    unit: "month",
    runsFrom: { zh: "上一次演练", en: "The last drill" },
    basis: "《生产安全事故应急条例》第8条",
    source: "law",
    validFrom: "2019-04-01",
    validTo: null,
  },
  ...recurringTerms,
  {
    key: "tipTriage",
    label: { zh: "线索、投诉分办", en: "Tip or complaint triaged" },
    amount: 3,
    unit: "workingDay",
    runsFrom: reported,
    basis: "《安全生产法》第73条要求受理举报，没有定天数；这是街道自定的起点，在线索页可改",
    source: "meeting",
    validFrom: "2017-04-01",
    validTo: null,
  },
  {
    key: "tipAnswer",
    label: { zh: "线索、投诉答复", en: "Tip or complaint answered" },
    amount: 15,
    unit: "workingDay",
    runsFrom: reported,
    basis: "《安全生产法》第73条要求核实并形成书面材料，没有定天数；这是街道自定的起点，在线索页可改",
    source: "meeting",
    validFrom: "2017-04-01",
    validTo: null,
  },
];

export function isDeadlineKey(value: string): value is DeadlineKey {
  return deadlineKeys.some((key) => key === value);
}

/** The rule of a key on a day; undefined before its first row. `table` is for tests of what is not yet law. */
export function findDeadline(
  key: DeadlineKey,
  day: LocalDate,
  table: readonly DatedDeadline[] = deadlineTable,
): DatedDeadline | undefined {
  return table.find((row) => row.key === key && row.validFrom <= day && (row.validTo === null || day <= row.validTo));
}

/** As `findDeadline`, for keys and days that are known to have a row; a missing one is a fault of the table. */
export function getDeadline(key: DeadlineKey, day: LocalDate): DatedDeadline {
  const found = findDeadline(key, day);
  if (!found) throw new Error(`no rule for ${key} on ${day}`);
  return found;
}

/** The last day of a term counted in days, working days or months; hours have no last day and are refused by the type. */
export function lastDayOf(
  rule: DatedDeadline & { readonly unit: Exclude<DeadlineUnit, "hour"> },
  startedOn: LocalDate,
  calendar: WorkingCalendar,
): LocalDate {
  switch (rule.unit) {
    case "day":
      return addDays(startedOn, rule.amount);
    case "workingDay":
      return addWorkingDays(startedOn, rule.amount, calendar);
    case "month":
      return addMonths(startedOn, rule.amount);
    default:
      return rule.unit satisfies never;
  }
}

/** The same day number `months` later, or that month's last day: 31 August and six months is 28 (29) February. */
function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
