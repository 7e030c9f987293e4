// 3,000 invented statutes with 300,000 articles: varied words, so that the index has rare and common pairs as law has them.
import type pg from "pg";
import { articleLabel } from "#domain/law/statute/statute.ts";

export const STATUTES = 3000;
export const ARTICLES_EACH = 100;
const STATUTES_AT_ONCE = 50;

const WHO = [
  "生产经营单位",
  "企业主要负责人",
  "县级以上人民政府",
  "安全管理人员",
  "出租人",
  "承租人",
  "检测机构",
  "作业人员",
  "建设单位",
  "物业服务企业",
];
const MUST = ["应当", "不得", "可以", "必须", "有权", "负责", "及时"];
const DOES = [
  "建立",
  "检查",
  "记录",
  "维护",
  "报告",
  "设置",
  "拆除",
  "更换",
  "培训",
  "演练",
  "公示",
  "清理",
  "停用",
  "校验",
];
const WHAT = [
  "灭火器",
  "疏散通道",
  "安全出口",
  "除尘系统",
  "有限空间",
  "危险化学品",
  "特种设备",
  "配电箱",
  "燃气管道",
  "防护罩",
  "应急预案",
  "喷漆房",
  "登高梯台",
  "压力容器",
  "叉车",
  "起重机械",
  "可燃气体报警装置",
  "消防水泵",
];
const WHEN = [
  "每月",
  "每季度",
  "作业前",
  "投入使用之前",
  "停产期间",
  "夜间",
  "汛期",
  "高温天气",
  "节假日之前",
  "发生变更之后",
];
const HOW = [
  "并保存记录三年",
  "并书面告知相对人",
  "不得少于两人在场",
  "按照国家标准执行",
  "由专人负责",
  "费用列入成本",
  "向社会公开",
  "接受监督",
];
const PLACES = ["车间", "仓库", "宿舍", "库房", "屋面", "地下室", "码头", "停车场", "配电间", "食堂"];
/** Seldom words: each in a handful of articles. */
const SELDOM = ["石棉", "氢氟酸", "浮顶罐", "液氯", "烟花", "硝化", "电石", "炉膛", "吊篮", "煤气柜", "索道", "尾矿"];
const KINDS = ["law", "regulation", "rule", "standard"] as const;

/** The same numbers every time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sentence(next: (below: number) => number): string {
  const pick = (words: readonly string[]) => words[next(words.length)] ?? "";
  const seldom = next(4000) === 0 ? `，涉及${pick(SELDOM)}的另行规定` : "";
  return `${pick(WHO)}${pick(MUST)}在${pick(WHEN)}${pick(DOES)}${pick(PLACES)}的${pick(WHAT)}，${pick(HOW)}${seldom}。`;
}

export function wordsOf(statute: number, article: number): string {
  const next = numbers(statute * 1009 + article * 13 + 7);
  const paragraphs = Array.from({ length: 2 + next(3) }, () => sentence(next));
  return `${paragraphs.join("\n")}第${statute}号第${article}项。`;
}

export function titleOf(statute: number): string {
  const next = numbers(statute + 1);
  const pick = (words: readonly string[]) => words[next(words.length)] ?? "";
  return `示例${pick(PLACES)}${pick(WHAT)}${pick(DOES)}管理${statute}号${["法", "条例", "规定", "规范"][statute % 4]}`;
}

const INDEX = "article_texts_pairs";

/** As the owner and past the journal: the bench asks about search, not about writing. The index is made once, over all. */
export async function loadStatutes(owner: pg.Client, onProgress: (done: number) => void): Promise<void> {
  const { rows } = await owner.query<{ definition: string }>("select pg_get_indexdef($1::regclass) as definition", [
    INDEX,
  ]);
  await owner.query(`drop index ${INDEX}`);
  await fillTables(owner, onProgress);
  await owner.query(rows[0]?.definition ?? "");
}

async function fillTables(owner: pg.Client, onProgress: (done: number) => void): Promise<void> {
  for (let first = 0; first < STATUTES; first += STATUTES_AT_ONCE) {
    const statutes = Array.from({ length: STATUTES_AT_ONCE }, (_, at) => first + at);
    await owner.query(
      "insert into instruments (id, title, kind, division_code, origin) select * from unnest($1::text[], $1::text[], $2::text[], $3::text[], $4::text[])",
      [
        statutes.map(titleOf),
        statutes.map((one) => KINDS[one % KINDS.length]),
        statutes.map(() => "000000"),
        statutes.map(() => "import"),
      ],
    );
    await owner.query(
      `insert into instrument_versions (instrument_id, version, doc_number, effective_from, effective_to, source, certainty, origin, state, article_count)
       select id, 1, '示例第' || id || '号', '2015-01-01', case when old then date '2020-12-31' end, 'bench', 'M', 'import', 'released', $3
       from unnest($1::text[], $2::boolean[]) as t(id, old)`,
      [statutes.map(titleOf), statutes.map((one) => one % 10 === 9), ARTICLES_EACH],
    );
    const articles = statutes.flatMap((statute) =>
      Array.from({ length: ARTICLES_EACH }, (_, at) => ({ statute, article: at + 1 })),
    );
    await owner.query(
      `insert into article_texts (instrument_id, version, article, position, headings, words, words_sha256)
       select id, 1, article::text, article, '', words, 'bench' from unnest($1::text[], $2::integer[], $3::text[]) as t(id, article, words)`,
      [
        articles.map((one) => titleOf(one.statute)),
        articles.map((one) => one.article),
        articles.map((one) => wordsOf(one.statute, one.article)),
      ],
    );
    onProgress(first + STATUTES_AT_ONCE);
  }
}

/** 第三十三条 of a statute, as a person types it. */
export function typedNumber(statute: number, article: number): string {
  return `${titleOf(statute)}${articleLabel(String(article))}`;
}
