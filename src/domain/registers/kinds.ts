// The registers an enterprise keeps (R13 plans and drills; R17 certificates, training, equipment, health): which there are, what
// each entry is asked, and which terms of law its next date may follow. A kind more is a row more.
import type { DeadlineKey } from "../calendar/deadline-rules.ts";
import type { Label } from "../kernel/label.ts";

export const registerKinds = [
  "emergencyPlan",
  "drill",
  "training",
  "personCertificate",
  "enterpriseLicence",
  "specialEquipment",
  "fireFacility",
  "occupationalHealth",
] as const;
export type RegisterKind = (typeof registerKinds)[number];

export interface RegisterVariety {
  readonly key: string;
  readonly label: Label;
}

export interface RegisterKindRule {
  readonly label: Label;
  readonly varieties: readonly RegisterVariety[];
  /** What the subject is called: a person, a thing, a matter. */
  readonly subject: Label;
  readonly number: Label | null;
  readonly headcount: Label | null;
  readonly happenedOn: Label;
  /** What its next day is called, and the word once it is past. */
  readonly dueOn: Label;
  readonly past: Label;
  /** Terms of law or standard the next day may be counted by. */
  readonly terms: readonly DeadlineKey[];
  /** What a newer entry takes the place of: the same variety, or the same variety of the same subject. */
  readonly series: "variety" | "subject";
}

const variety = (key: string, zh: string, en: string): RegisterVariety => ({ key, label: { zh, en } });
const lapsed: Label = { zh: "过期", en: "expired" };
const late: Label = { zh: "逾期", en: "overdue" };
const validUntil: Label = { zh: "有效期到", en: "Valid until" };
const attended: Label = { zh: "参加人数", en: "People taking part" };

export const registerKindRules: Readonly<Record<RegisterKind, RegisterKindRule>> = {
  emergencyPlan: {
    label: { zh: "应急预案", en: "Emergency plan" },
    varieties: [
      variety("overall", "综合预案", "Overall plan"),
      variety("special", "专项预案", "Special plan"),
      variety("onSite", "现场处置方案", "On-site plan"),
    ],
    subject: { zh: "预案名称", en: "Name of the plan" },
    number: { zh: "备案号", en: "Filing number" },
    headcount: null,
    happenedOn: { zh: "公布日期", en: "Published on" },
    dueOn: { zh: "下次修订", en: "Next revision" },
    ...{ past: late, terms: [], series: "subject" },
  },
  drill: {
    label: { zh: "应急演练", en: "Drill" },
    varieties: [
      variety("overall", "综合演练", "Overall drill"),
      variety("special", "专项演练", "Special drill"),
      variety("onSite", "现场处置演练", "On-site drill"),
    ],
    subject: { zh: "演练内容", en: "What was rehearsed" },
    ...{ number: null, headcount: attended },
    happenedOn: { zh: "演练日期", en: "Held on" },
    dueOn: { zh: "下次演练", en: "Next drill" },
    ...{ past: late, terms: ["drill"], series: "variety" },
  },
  training: {
    label: { zh: "教育培训", en: "Training" },
    varieties: [
      variety("allStaff", "全员安全教育", "All staff"),
      variety("newStaff", "新员工三级教育", "New staff"),
      variety("confinedSpace", "有限空间专题", "Confined spaces"),
      variety("warehouseFire", "仓储消防教育", "Fire in warehouses"),
      variety("other", "其他培训", "Other"),
    ],
    subject: { zh: "培训内容", en: "What was taught" },
    ...{ number: null, headcount: attended },
    happenedOn: { zh: "培训日期", en: "Held on" },
    dueOn: { zh: "下次培训", en: "Next training" },
    ...{ past: late, terms: ["confinedSpaceTraining", "warehouseFireTraining"], series: "variety" },
  },
  personCertificate: {
    label: { zh: "人员证书", en: "Person's certificate" },
    varieties: [
      variety("specialOperation", "特种作业操作证", "Special operation"),
      variety("equipmentOperator", "特种设备作业人员证", "Equipment operator"),
      variety("principal", "主要负责人考核合格证", "Principal"),
      variety("safetyManager", "安全管理人员考核合格证", "Safety manager"),
      variety("other", "其他证书", "Other"),
    ],
    subject: { zh: "谁的证（姓名和工种）", en: "Whose, and for what work" },
    number: { zh: "证书编号", en: "Certificate number" },
    headcount: null,
    happenedOn: { zh: "发证日期", en: "Issued on" },
    ...{ dueOn: validUntil, past: lapsed, terms: [], series: "subject" },
  },
  enterpriseLicence: {
    label: { zh: "企业证照", en: "Enterprise licence" },
    varieties: [
      variety("standardization", "标准化证书", "Standardization"),
      variety("safetyLicence", "安全生产许可证", "Safety licence"),
      variety("chemicals", "危险化学品证照", "Dangerous chemicals"),
      variety("fire", "消防验收或检查合格", "Fire acceptance"),
      variety("other", "其他证照", "Other"),
    ],
    subject: { zh: "证照名称", en: "Name of the licence" },
    number: { zh: "证照编号", en: "Licence number" },
    headcount: null,
    happenedOn: { zh: "发证日期", en: "Issued on" },
    ...{ dueOn: validUntil, past: lapsed, terms: [], series: "subject" },
  },
  specialEquipment: {
    label: { zh: "特种设备", en: "Special equipment" },
    varieties: [
      variety("lifting", "起重机械", "Lifting machinery"),
      variety("forklift", "叉车等场内车辆", "Forklift"),
      variety("elevator", "电梯", "Elevator"),
      variety("vessel", "锅炉、压力容器、管道", "Boiler, vessel, pipe"),
      variety("safetyValve", "安全阀", "Safety valve"),
    ],
    subject: { zh: "设备名称和位置", en: "Equipment and place" },
    number: { zh: "使用登记证号", en: "Registration number" },
    headcount: null,
    happenedOn: { zh: "上次检验", en: "Last inspected" },
    dueOn: { zh: "下次检验", en: "Next inspection" },
    ...{ past: lapsed, terms: ["safetyValve"], series: "subject" },
  },
  fireFacility: {
    label: { zh: "消防设施检测", en: "Fire facilities" },
    varieties: [variety("fullTest", "全面检测", "Full test"), variety("other", "其他检测", "Other test")],
    subject: { zh: "检测内容和单位", en: "What was tested, by whom" },
    number: { zh: "报告编号", en: "Report number" },
    headcount: null,
    happenedOn: { zh: "检测日期", en: "Tested on" },
    dueOn: { zh: "下次检测", en: "Next test" },
    ...{ past: late, terms: ["fireFacilityTest"], series: "variety" },
  },
  occupationalHealth: {
    label: { zh: "职业健康", en: "Occupational health" },
    varieties: [
      variety("measurement", "危害因素检测", "Measurement"),
      variety("evaluation", "现状评价", "Evaluation"),
      variety("checkUp", "职业健康检查", "Check-ups"),
      variety("declaration", "危害项目申报", "Declaration"),
    ],
    subject: { zh: "内容和单位", en: "What, by whom" },
    number: { zh: "报告编号", en: "Report number" },
    headcount: { zh: "涉及人数", en: "People concerned" },
    happenedOn: { zh: "办理日期", en: "Done on" },
    dueOn: { zh: "下次办理", en: "Next" },
    ...{ past: late, terms: ["harmSevereTest", "harmGeneralTest", "harmSevereEvaluation"], series: "variety" },
  },
};

export function varietyLabel(kind: RegisterKind, key: string): Label {
  return registerKindRules[kind].varieties.find((one) => one.key === key)?.label ?? { zh: key, en: key };
}

export function isRegisterKind(value: unknown): value is RegisterKind {
  return registerKinds.some((kind) => kind === value);
}
