// Refusals about key-hazard enterprises: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const keyEnterpriseProblems: Readonly<Record<string, Label>> = {
  "keyEnterprise.listed": {
    zh: "{name}已经在重点隐患企业名单里（{since}列入），没有再列。要改理由，请先移出再列入。",
    en: "{name} is on the list since {since}.",
  },
  "keyEnterprise.not_found": {
    zh: "没有找到这条名单记录。它可能不在您的范围里，请回名单重新打开。",
    en: "Not found on the list.",
  },
  "keyEnterprise.left": {
    zh: "{byName}已经在{day}把它移出名单，不用再办。请刷新看看。",
    en: "{byName} took it off the list on {day}.",
  },
  "keyEnterprise.check_day": {
    zh: "检查日{day}不对：要在列入那天或以后，且不晚于今天。请改日期再存。",
    en: "The check's day {day} is before the listing or in the future.",
  },
  "keyEnterprise.same_officer": {
    zh: "两名执法人员的证号相同。执法检查至少两人，请写第二个人的姓名和证号。",
    en: "A check is made by two persons; both certificate numbers are the same.",
  },
  "keyEnterprise.check_known": {
    zh: "这次执法检查已经记过，没有重复记。请刷新看看。",
    en: "This check is recorded already.",
  },
};
