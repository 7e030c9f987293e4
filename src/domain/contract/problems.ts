// Refusals of scheme, contract and service records: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const contractProblems: Readonly<Record<string, Label>> = {
  "scheme.not_found": { zh: "没有找到这个服务方案。请先设定方案。", en: "No such scheme. Set it first." },
  "scheme.days_reversed": {
    zh: "服务年度的结束日不晚于开始日。请改日期。",
    en: "The service year ends before it starts.",
  },
  "scheme.target_outside": {
    zh: "考核日不在服务年度里。请选年度里的一天。",
    en: "The target day lies outside the service year.",
  },
  "scheme.thresholds_reversed": {
    zh: "纳入的收入线高于规上的收入线，规下企业就一家也没有了。请核对两条线。",
    en: "The in-scope line is above the above-scale line.",
  },
  "scheme.period_number": {
    zh: "周期要从1连着编号，第{no}个的编号不对。请改编号。",
    en: "Periods are numbered from 1; no. {no} is not.",
  },
  "scheme.period_gap": {
    zh: "第{no}期之前空了几天，{from}起没有周期。请把日期接上。",
    en: "There is a gap before period {no}, from {from}.",
  },
  "scheme.period_overlap": {
    zh: "第{no}期和上一期重叠，应从{from}开始。请改开始日。",
    en: "Period {no} overlaps the one before; it should start on {from}.",
  },
  "scheme.period_reversed": { zh: "第{no}期的结束日早于开始日。请改日期。", en: "Period {no} ends before it starts." },
  "scheme.year_not_covered": {
    zh: "最后一期没有正好到{endsOn}结束，服务年度没盖全。请改最后一期的结束日。",
    en: "The last period must end on {endsOn}.",
  },
  "scheme.year_taken": {
    zh: "{serviceYear}年度已经有方案“{name}”。请在那一个上改。",
    en: "Service year {serviceYear} has a scheme: {name}.",
  },
  "scheme.planned": {
    zh: "已经按这个方案排了计划，周期和次数不能再改，别的参数还可以改。请把周期改回原样。",
    en: "A plan stands on these periods. They stay; other parameters may change.",
  },
  "contract.number_taken": { zh: "合同{number}已经登记过。请核对合同编号。", en: "Contract {number} is there." },
  "contract.covers_twice": {
    zh: "“{name}”等{count}家在这段日子里已由合同{number}买了检查，再列进来就会算两遍。请改起止日、去掉这几家，或先让它们退出那份合同。",
    en: "{count} enterprises ({name}, …) are covered by contract {number} for these days. Change the days, leave them out, or release them there first.",
  },
  "contract.not_found": { zh: "没有找到这份合同。请刷新再看。", en: "No such contract. Refresh." },
  "contract.leaves_outside": {
    zh: "退出的日子要在合同期里，从{startsOn}起，早于{endsOn}。请改日期。",
    en: "The last day lies within the contract, from {startsOn} and before {endsOn}.",
  },
  "contract.none_named": {
    zh: "合同{number}里没有这些企业，或者都已退出。请刷新再看。",
    en: "Contract {number} names none of these enterprises. Refresh.",
  },
  "contract.days_reversed": { zh: "合同的截止日早于开始日。请改日期。", en: "The contract ends before it starts." },
  "service.known": { zh: "这条服务记录已经存过。请刷新看看。", en: "This service record is there." },
  "service.own_agency_only": {
    zh: "只能记本机构的服务。请去掉别家机构。",
    en: "An agency records its own services only.",
  },
  "service.order_words": {
    zh: "机构只能建议，文字里不能有“责令”。请换成建议的说法；引用法条请加引号。",
    en: "An agency advises and never orders. Reword, or mark the quotation.",
  },
  "service.in_future": { zh: "服务日期还没到。请在办完之后再记。", en: "The service lies in the future." },
};
