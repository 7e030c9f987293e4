// Refusals around member units: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const routingProblems: Readonly<Record<string, Label>> = {
  "memberUnit.not_found": { zh: "没有找到这个成员单位。请刷新名单再选。", en: "No such member unit." },
  "memberUnit.name_taken": {
    zh: "已经有一个成员单位叫“{name}”，没有重复存。请换个名称，或去改原来那个。",
    en: "There is a unit named {name} already.",
  },
  "memberUnit.not_its_role": {
    zh: "{name}的身份不是成员单位，不能排进来。请管理员先给他开成员单位的身份。",
    en: "{name} is no member unit's person.",
  },
  "routing.rule_known": { zh: "这条规则已经存过，没有重复存。请刷新看看。", en: "This rule is stored already." },
  "routing.rule_not_found": { zh: "没有找到这条规则。请刷新再看。", en: "No such rule." },
  "routing.rule_ended": {
    zh: "这条规则已由{byName}停用，不能再改。要用，请另加一条。",
    en: "Ended by {byName}; add another rule.",
  },
  "routing.fits_everything": {
    zh: "规则一个条件也没有，所有隐患都会派过去，没有存。请至少选类别、小类、检查项或标签中的一样。",
    en: "A rule needs at least one condition.",
  },
  "routing.known": { zh: "这次派单已经存过，没有重复存。请刷新看看。", en: "This routing is stored already." },
  "routing.there_already": {
    zh: "隐患{number}已经在“{unit}”，不用再派。要换别的单位，请另选一个。",
    en: "{number} is with {unit} already.",
  },
  "routing.decided": {
    zh: "隐患{number}已经派过或退回过，规则不再自动派。由安监办决定派给谁。",
    en: "{number} was routed before; the office decides.",
  },
  "routing.hazard_over": {
    zh: "隐患{number}已经销号或作废，不用派给成员单位。",
    en: "{number} is over; nothing is left to look after.",
  },
  "routing.reason_needed": {
    zh: "由人派单要写理由，没有存。请写明为什么派给它。",
    en: "A person who routes gives the reason.",
  },
  "routing.not_found": { zh: "没有找到这次派单。可能已经改派，请刷新再看。", en: "No such routing." },
  "routing.not_your_unit": {
    zh: "这条派给了别的成员单位，由他们接收或退回。排错了单位，请安监办在“成员单位”页改。",
    en: "Routed to another unit.",
  },
  "routing.answered": {
    zh: "{byName}已经答复过（{state}），没有重复存。请刷新看看。",
    en: "{byName} has answered already.",
  },
};
