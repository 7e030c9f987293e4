// Refusals of scope decisions: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const scopeProblems: Readonly<Record<string, Label>> = {
  "scope.known": { zh: "这条认定已经存过。请刷新看看。", en: "This decision is there." },
  "scope.ground_unfit": {
    zh: "认定和理由对不上：纳入要选一条理由，移出不选理由而写原因。请改一处。",
    en: "In needs a ground; out has none.",
  },
  "scope.reason_missing": {
    zh: "移出应纳入名单要写原因，不能悄悄少一家。请写明为什么移出。",
    en: "Leaving the scope needs a reason.",
  },
  "scope.minutes_missing": {
    zh: "按安委会讨论纳入，要有会议纪要。请写明会议日期和纪要编号。",
    en: "A decision of the safety committee needs its minutes.",
  },
  "scope.need_missing": {
    zh: "按标准化或其他服务需要纳入，要写明需要什么。请补上依据。",
    en: "Ground (c) needs the need in writing.",
  },
  "scope.not_in": {
    zh: "这家企业那天本来就不在应纳入名单里。不用移出。",
    en: "The enterprise is not in scope that day.",
  },
  "scope.unchanged": {
    zh: "这家企业那天已经按“{ground}”纳入。不用再认定。",
    en: "It is in scope on this ground already.",
  },
  "scope.decided_by_person": {
    zh: "“{name}”是由人认定纳入的，不能按名册重算。要改，请在它的一企一档里认定。",
    en: "{name} is in scope by a person's decision. Decide it by hand.",
  },
  "scope.figures_differ": {
    zh: "“{name}”的名册数字变了，算出来的结果和这一条不一样，这一批都没有存。请重新计算。",
    en: "The figures of {name} say otherwise. Nothing was stored; compute again.",
  },
  "scope.twice": {
    zh: "“{name}”在这一批里出现两次，都没有存。请留下一条。",
    en: "{name} stands twice. Nothing was stored.",
  },
};
