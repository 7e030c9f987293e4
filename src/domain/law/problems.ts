// What is refused about statutes and the law library, and what is only pointed at: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const lawProblems = {
  "law.reference_malformed": {
    zh: "“{reference}”不是条款的写法。请写成 法规简称#条号，如 消防法#16第1款第(四)项。",
    en: "{reference} names no clause. Write instrument#article.",
  },
  "statute.empty": { zh: "文件里没有文字，没有导入。请换一份有条文的文件。", en: "The file holds no text." },
  "statute.no_title": {
    zh: "第{line}行“{text}”不像法规标题，没有导入。请在文件第一行写法规全称。",
    en: "Line {line} is no title. Put the statute's full name on the first line.",
  },
  "statute.no_articles": {
    zh: "《{title}》里没有认出一条“第…条”，没有导入。标准和通知请在页面上逐条登记。",
    en: "No article was recognised in {title}.",
  },
  "statute.two_laws": {
    zh: "第{line}行又从第一条数起（前面已到{last}），像是两部法规在一个文件里，没有导入。请拆成两个文件。",
    en: "Line {line} begins at article 1 again: two statutes in one file. Split them.",
  },
  "statute.second_title": {
    zh: "第{line}行又有一个大标题“{title}”，像是两部法规在一个文件里，没有导入。请拆成两个文件。",
    en: "Line {line} is a second title: two statutes in one file. Split them.",
  },
  "statute.missing": {
    zh: "第{line}行是{article}，前面缺{missing}，没有导入。请对照公布的文本补全后再导。",
    en: "Line {line} is {article} but {missing} is missing. Complete the text first.",
  },
  "statute.duplicate": {
    zh: "第{line}行的{article}重复，第{first}行已经有了，没有导入。请核对条号后再导。",
    en: "{article} on line {line} stands on line {first} already.",
  },
  "statute.out_of_order": {
    zh: "第{line}行的{article}排在{last}后面，次序不对，没有导入。请核对条号后再导。",
    en: "{article} on line {line} comes after {last}.",
  },
  "statute.empty_article": {
    zh: "第{line}行的{article}没有内容，没有导入。请补上条文后再导。",
    en: "{article} on line {line} is empty.",
  },
  "statute.perhaps_cut": {
    zh: "到{last}为止，没有看到施行日期的条款，条文可能不全。请对照公布的文本。",
    en: "Ends at {last} with no commencement clause; the text may be cut short.",
  },
  "statute.no_history": {
    zh: "没有认出通过、公布或修正的日期。请在文件开头补上，或在页面上填写。",
    en: "No date of adoption, publication or amendment was recognised.",
  },
  "statute.unknown_place": {
    zh: "《{title}》由{place}制定，{place}的区划代码还没登记，没有导入。请平台管理员先登记区划，免得当成全国的法规。",
    en: "{title} was passed by {place}, whose division code is not registered. Register it first.",
  },
  "statute.version_undated": {
    zh: "《{title}》没有通过、公布或施行的日期，和库里已有的版本排不出先后，没有导入。请在文件开头补上日期。",
    en: "{title} bears no date, so it cannot be placed among the known versions.",
  },
  "statute.other_text": {
    zh: "《{title}》{passed}这一版已经有条文，这份从{article}起不一样，没有导入。请核对哪一份是公布的文本。",
    en: "This version of {title} is known with other words from {article} on.",
  },
  "statute.twice_in_run": {
    zh: "这一次已经有一份《{title}》（{passed}），条文和这份不同，没有导入。请留下公布的那一份再导。",
    en: "Another file of this run holds this version of {title} with other words.",
  },
  "law.version_not_found": { zh: "没有这个版本，没有改。请刷新版本列表。", en: "No such version." },
  "law.instrument_not_found": { zh: "没有这部法规，没有改。请刷新法规库。", en: "No such instrument." },
  "law.clause_not_found": { zh: "没有这一条，没有改。请刷新待核清单。", en: "No such clause." },
  "law.review_not_found": { zh: "没有这件复核，没有改。请刷新列表。", en: "No such review." },
  "law.review_settled": { zh: "这件复核已由{name}办结，不用再办。", en: "Settled by {name} already." },
  "law.not_pending": {
    zh: "《{title}》的这一版不在等确认，没有改。请刷新看看现在的样子。",
    en: "This version of {title} does not wait for anything.",
  },
  "law.sent_back": { zh: "这一版已经退回，没有改。要用它，请重新导入。", en: "This version was sent back." },
  "law.no_text": { zh: "这一版还没有条文，没有什么可核对。请先导入条文。", en: "This version has no text yet." },
  "law.days_reversed": { zh: "失效日早于施行日，没有改。请核对两个日期。", en: "The last day is before the first." },
  "law.order_would_change": {
    zh: "改成这样，《{title}》各版本的先后就变了，条文对照会接不上，没有改。请核对日期。",
    en: "The order of versions would change and the mapping no longer fit.",
  },
  "law.neighbours_changed": {
    zh: "这一版前后的版本和您看到的不一样了，没有启用。请重新打开对照再确认。",
    en: "The neighbouring versions have changed. Open the comparison again.",
  },
  "law.move_missing": {
    zh: "{article}还没说去了哪里，没有启用。请为它选一条，或选“已删去”。",
    en: "Nothing is said of {article}. Choose where it went, or that it was dropped.",
  },
  "law.move_unknown": {
    zh: "对照里的{article}不在这两版里，没有启用。请刷新后再选。",
    en: "{article} is in neither version.",
  },
  "law.move_twice": { zh: "{article}被选了两次，没有启用。一条只能对应一条。", en: "{article} was chosen twice." },
  "law.short_title_taken": {
    zh: "简称已被《{other}》用了，《{title}》没有导入。请先在库里改一个简称。",
    en: "The short title belongs to {other}; {title} was not imported.",
  },
  "law.articles_broken": {
    zh: "《{title}》的{article}接不上前一条，没有导入。请核对条号后再导。",
    en: "{article} of {title} does not follow the one before it.",
  },
  "law.rejected_before": {
    zh: "《{title}》的这份文本以前退回过，没有再导入。要用它，请改正后另存一份再导。",
    en: "This very text of {title} was sent back before.",
  },
  "lawFile.missing": { zh: "没有找到“{file}”，没有导入。请核对路径。", en: "{file} was not found." },
  "lawFile.other_kind": {
    zh: "这是{format}，不是法规文本，没有导入。请用 .md、.txt 或 .docx。",
    en: "Neither Markdown nor plain text nor DOCX.",
  },
  "lawFile.old_word": {
    zh: "这是旧版 Word 文件（.doc），没有导入。请另存为 .docx 再导。",
    en: "An old Word file. Save it as .docx.",
  },
  "lawFile.empty": { zh: "文件是空的，没有导入。请换一份有条文的文件。", en: "The file is empty." },
  "lawFile.too_large": {
    zh: "文件有{megabytes}MB，一部法规最多{limit}MB，没有导入。请拆成一部一个文件。",
    en: "{megabytes} MB; at most {limit} MB.",
  },
  "lawFile.bomb": {
    zh: "这个文件解开后大得不正常，没有打开，也没有导入。请换一份文件。",
    en: "The file would unpack into far too much and was not opened.",
  },
  "lawFile.damaged": { zh: "文件已损坏，读不完整，没有导入。请重新下载或另存后再导。", en: "The file is damaged." },
  "lawFile.not_text": {
    zh: "文件里不是文字（认不出编码），没有导入。请另存为 UTF-8 的文本再导。",
    en: "The file is no text in a known encoding. Save it as UTF-8.",
  },
} as const satisfies Record<string, Label>;
