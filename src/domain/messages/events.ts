// What the system tells people: each event with the words its template may use, their samples, and the wording before
// anybody changes it. A word is named in Chinese, because the office writes the templates.
import type { Label } from "../kernel/label.ts";

export const messageEvents = [
  "hazard.dueSoon",
  "hazard.dueToday",
  "hazard.overdue",
  "hazard.climbed",
  "hazard.suspectedMajor",
  "extension.asked",
  "extension.decided",
  "referral.proposed",
  "register.due",
  "tip.reported",
  "tip.complaint",
  "channel.test",
] as const;
export type MessageEvent = (typeof messageEvents)[number];

export interface EventText {
  readonly label: Label;
  /** Goes out at night and is never gathered into a digest. */
  readonly urgent: boolean;
  /** Placeholder → a sample for the preview. */
  readonly words: Readonly<Record<string, string>>;
  readonly body: string;
}

const hazardWords = {
  企业: "青岚恒达机械厂（演示）",
  隐患: "二号车间配电箱没有盖",
  部位: "二号车间东墙",
  编号: "QL-2026-0117",
  期限: "11月24日（周二）",
  余天: "余2天",
  链接: "https://bihuan.example/enterprise",
} as const;
const link = "办理：{链接}";

export const eventTexts: Readonly<Record<MessageEvent, EventText>> = {
  "hazard.dueSoon": {
    label: { zh: "隐患快到期", en: "Hazard due soon" },
    urgent: false,
    words: hazardWords,
    body: `{企业}：{隐患}（{部位}）{期限}到期，{余天}。${link}`,
  },
  "hazard.dueToday": {
    label: { zh: "隐患今天到期", en: "Hazard due today" },
    urgent: false,
    words: hazardWords,
    body: `{企业}：{隐患}（{部位}）今天到期，改好请传照片。${link}`,
  },
  "hazard.overdue": {
    label: { zh: "隐患逾期", en: "Hazard overdue" },
    urgent: false,
    words: { ...hazardWords, 余天: "逾期4天" },
    body: `{企业}：{隐患}（{部位}）{期限}到期，已{余天}。${link}`,
  },
  "hazard.climbed": {
    label: { zh: "逾期上报", en: "Overdue climbed" },
    urgent: false,
    words: { ...hazardWords, 余天: "逾期4天", 现在由: "村社区" },
    body: `{企业}：{隐患}（{部位}）{余天}，现在转{现在由}督促。${link}`,
  },
  "hazard.suspectedMajor": {
    label: { zh: "疑似重大隐患", en: "Suspected major hazard" },
    urgent: true,
    words: hazardWords,
    body: `疑似重大，待确认。{企业}：{隐患}（{部位}），编号{编号}。${link}`,
  },
  "extension.asked": {
    label: { zh: "有人申请延期", en: "Extension asked" },
    urgent: false,
    words: { ...hazardWords, 天数: "10", 理由: "配件要从外地发货" },
    body: `{企业}申请延期{天数}天：{隐患}（{部位}）。理由：{理由}。${link}`,
  },
  "extension.decided": {
    label: { zh: "延期已答复", en: "Extension decided" },
    urgent: false,
    words: { ...hazardWords, 答复: "同意延到12月4日" },
    body: `{企业}：{隐患}（{部位}）的延期{答复}。${link}`,
  },
  "referral.proposed": {
    label: { zh: "提请移送执法", en: "Referral proposed" },
    urgent: false,
    words: { ...hazardWords, 理由: "逾期超过30天" },
    body: `{企业}：{隐患}（{部位}）提请移送，请定。理由：{理由}。${link}`,
  },
  "register.due": {
    label: { zh: "证照、培训、演练快到期", en: "Certificate, training or drill due" },
    urgent: false,
    words: {
      ...{ 企业: "青岚恒达机械厂（演示）", 种类: "特种作业操作证", 事项: "焊工 林师傅（演示）" },
      ...{ 什么日子: "有效期到", 期限: "12月24日（周四）", 余天: "余30天", 链接: "https://bihuan.example/enterprise" },
    },
    body: `{企业}：{种类}（{事项}）{什么日子}{期限}，{余天}。${link}`,
  },
  "tip.reported": {
    label: { zh: "有人反映隐患", en: "Tip from the public" },
    urgent: false,
    words: {
      ...{ 编号: "XS261123-7KQ2M9", 情况: "一楼安全出口用铁链锁着", 地点: "青岚恒达机械厂（演示），演示路8号" },
      ...{ 期限: "11月26日（周四）", 链接: hazardWords.链接 },
    },
    body: `有人反映：{情况}（{地点}），编号{编号}，请在{期限}前分办。${link}`,
  },
  "tip.complaint": {
    label: { zh: "有投诉（只发办公室负责人）", en: "Complaint (office lead only)" },
    urgent: false,
    words: { 编号: "XS261123-4T9WKC", 期限: "11月26日（周四）", 链接: hazardWords.链接 },
    body: `有一件对机构或工作人员的投诉，编号{编号}，只有您看得到，请在{期限}前办。${link}`,
  },
  "channel.test": {
    label: { zh: "试发", en: "Test" },
    urgent: true,
    words: { 街道: "青岚街道（演示）", 渠道: "安监群机器人", 时间: "11月23日 10:05" },
    body: "这是闭环的试发：{街道}的“{渠道}”能收到，{时间}。不用回。",
  },
};

/** Whether a stored event's name is one this version knows. */
export function isMessageEvent(name: string): name is MessageEvent {
  return messageEvents.some((event) => event === name);
}
