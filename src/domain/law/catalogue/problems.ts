// Refusals of the inspection catalogue and its sheets.
import type { Label } from "../../kernel/label.ts";

export const catalogueProblems = {
  "catalogue.instrument_unknown": {
    zh: "{item}引用的“{reference}”：库里没有“{title}”这部法规，没有存。请核对名称，或先导入这部法规。",
    en: "{item} cites {reference}: no such instrument.",
  },
  "catalogue.article_unknown": {
    zh: "{item}引用的“{reference}”：《{title}》的可引条款里没有{article}，没有存。请核对条号，或先登记这一条。",
    en: "{item} cites {reference}: no such article.",
  },
  "catalogue.penalty_role": {
    zh: "{item}引用的“{reference}”是罚则，只能作“条件适用”，没有存。请换一条义务条款作依据。",
    en: "{item}: {reference} is a penalty and may only be conditional.",
  },
  "catalogue.elsewhere": {
    zh: "{item}引用的“{reference}”：《{title}》不是本地的法规，没有存。请换国家的，或本省、本市、本区的。",
    en: "{item} cites {reference}, which holds elsewhere.",
  },
  "catalogue.clause_twice": {
    zh: "{item}把“{reference}”引用了两次，没有存。请留一次。",
    en: "{item} cites {reference} twice.",
  },
  "catalogue.no_fallback": {
    zh: "{item}没有兜底条款，没有存。请加一条“兜底”，条文变动时也有依据。",
    en: "{item} has no fallback clause.",
  },
  "catalogue.conditions_without_case": {
    zh: "{item}写了重大隐患的条件，没有写是哪一种列举情形，没有存。请补上情形。",
    en: "{item} names conditions of a major hazard without its listed case.",
  },
  "catalogue.branch_unknown": {
    zh: "{item}写着在{after}之后才问，目录里没有这一项（或就是它自己），没有存。请改编号。",
    en: "{item} is asked after {after}, which is not another item.",
  },
  "catalogue.code_twice": {
    zh: "编号{item}出现了两次，没有存。一个编号只能是一项。",
    en: "{item} stands there twice.",
  },
  "catalogue.shared_code": {
    zh: "共用目录的编号以 JC- 或 XC- 开头，“{item}”不是，没有存。本街道自己的项请在街道的目录里加。",
    en: "{item} is no code of the shared catalogue.",
  },
  "catalogue.item_unknown": {
    zh: "共用目录里没有{item}，没有存。自己的项请用别的字母开头，如 ZD-01-01。",
    en: "The shared catalogue has no {item}.",
  },
  "catalogue.own_empty": { zh: "{item}还没有内容，没有存。请把检查项写完整。", en: "{item} has no content yet." },
  "catalogue.not_overridden": { zh: "{item}没有改过，不用恢复。", en: "{item} was not changed." },
  "catalogue.own_stays": {
    zh: "{item}是本街道自己的项，可能已有隐患用它，不能删。不再问，请停用。",
    en: "{item} is the tenant's own; switch it off instead.",
  },
  "catalogueSheet.columns": {
    zh: "第{row}行的表头缺“{column}”这一列，整张表没有收。请用导出的表改。",
    en: "The head on row {row} lacks the column {column}.",
  },
  "catalogueSheet.empty": { zh: "表里没有一项，没有收。请用导出的表改。", en: "The sheet holds no item." },
  "catalogueSheet.code": {
    zh: "编号“{value}”不合写法，没有存。请写成 XC-05-01 的样子。",
    en: "{value} is no item code.",
  },
  "catalogueSheet.code_new": {
    zh: "目录里没有{value}，也不像新编号（JC- 或 XC- 开头），没有存。",
    en: "{value} is neither known nor fit for a new item.",
  },
  "catalogueSheet.twice": {
    zh: "编号{value}在第{first}行已经有了，没有存。请留一行。",
    en: "{value} stands on row {first} already.",
  },
  "catalogueSheet.word": {
    zh: "“{column}”填的“{value}”不认识，没有存。只能填：{known}。",
    en: "{column}: {value} is none of {known}.",
  },
  "catalogueSheet.missing": { zh: "“{column}”没有填，没有存。请补上。", en: "{column} is empty." },
  "catalogueSheet.long": {
    zh: "“{column}”太长或写法不对，没有存。请改短。",
    en: "{column} is too long or malformed.",
  },
} as const satisfies Record<string, Label>;
