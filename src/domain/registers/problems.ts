// Refusals about registers: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const registerProblems: Readonly<Record<string, Label>> = {
  "register.known": { zh: "这一条已经记过，没有重复记。请刷新看看。", en: "This entry is recorded already." },
  "register.not_found": {
    zh: "没有找到这一条。它可能不在您的范围里，请回台账重新打开。",
    en: "This entry was not found.",
  },
  "register.enterprise_not_found": {
    zh: "没有找到这家企业。它可能不在您的范围里。",
    en: "The enterprise was not found.",
  },
  "register.passed_on": {
    zh: "同事转来的链接只办那几条隐患，台账没有记。请用原来的办事链接，或请收到链接的人来记。",
    en: "A link that was passed on keeps no registers; use the first one.",
  },
  "register.variety": {
    zh: "“{kind}”里没有选的这一种，没有记。请重新选种类。",
    en: "No such variety of {kind}.",
  },
  "register.in_future": {
    zh: "{what}{day}还没到，没有记。办过了再记；只想定下次的日子，请填在“下次”。",
    en: "The day {day} is in the future.",
  },
  "register.due_before": {
    zh: "下次的日期{day}比这次的{from}还早，没有记。请看看是不是填反了。",
    en: "The next day {day} is before {from}.",
  },
  "register.term_not_here": {
    zh: "选的法规期限不适用于“{kind}”，没有记。请重新选，或自己填日期。",
    en: "That term is not for {kind}.",
  },
  "register.term_without_day": {
    zh: "按法规算下次，要先填“{day}”。请补上再记。",
    en: "A term is counted from a day; enter it first.",
  },
  "register.struck": {
    zh: "这一条{byName}已经划掉了，不能再改。请刷新看看；还要记就新添一条。",
    en: "{byName} struck this entry out.",
  },
};
