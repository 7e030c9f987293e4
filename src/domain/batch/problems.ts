// Refusals of batches: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const batchProblems: Readonly<Record<string, Label>> = {
  "batch.not_found": { zh: "没有找到这条建议。请刷新名单再看。", en: "No such advice. Refresh the list." },
  "batch.advised": {
    zh: "“{name}”已有一条建议在等街道决定。请等决定之后再提。",
    en: "Advice on {name} awaits a decision.",
  },
  "batch.not_served": {
    zh: "“{name}”不由贵机构服务，不能提建议。请由服务它的机构来提。",
    en: "Your agency does not serve {name}.",
  },
  "batch.order_words": {
    zh: "机构只能建议，文字里不能有“责令”。请换成建议的说法；引用法条请加引号。",
    en: "An agency advises and never orders. Reword, or mark the quotation.",
  },
  "batch.decided": {
    zh: "这条建议已由{byName}决定。要再变，请机构另提一条。",
    en: "Decided by {byName}. New advice is needed to change it.",
  },
  "batch.same_person": {
    zh: "建议是您自己提的，要由另一个人来决定。请转给同事。",
    en: "You advised it; another person decides.",
  },
};
