// Reads a published text as a statute, or says why it is none. Nothing is guessed away: a number that is missing, given
// twice or out of order refuses the whole text, so that no article is ever lost in another.
import { ok, type Problem, type Result, refuse } from "../../kernel/result.ts";
import { cleanText } from "../../kernel/text.ts";
import { writeNumber } from "./chinese-number.ts";
import type { HistoryEvent, Statute, StatuteArticle } from "./statute.ts";
import { commencementDay, effectiveFromOf, historyEvents, passedOnOf } from "./statute-history.ts";
import {
  type ArticleHead,
  articleHead,
  isAppendixHead,
  type StatuteLine,
  type StructureHead,
  statuteLines,
  structureHead,
} from "./statute-lines.ts";

export type ArticleNumber = Pick<ArticleHead, "number" | "sub">;

interface OpenArticle {
  readonly number: number;
  readonly sub: number;
  readonly at: number;
  readonly headings: readonly string[];
  readonly lines: string[];
}

interface Reading {
  title: StatuteLine | undefined;
  readonly history: HistoryEvent[];
  preamble: string[];
  headings: StructureHead[];
  readonly articles: OpenArticle[];
  readonly appendix: string[];
  inContents: boolean;
  inAppendix: boolean;
}

const LONGEST_TITLE = 80;

/** The statute of a text; refused with the line and what is wrong with it. */
export function readStatute(text: string): Result<Statute> {
  const lines = statuteLines(cleanText(text));
  const reading: Reading = {
    ...{ title: undefined, history: [], preamble: [], headings: [], articles: [], appendix: [] },
    ...{ inContents: false, inAppendix: false },
  };
  for (const line of lines) {
    const fault = takeLine(reading, line);
    if (fault) return { ok: false, problem: fault };
  }
  return finish(reading);
}

function takeLine(reading: Reading, line: StatuteLine): Problem | undefined {
  if (!reading.title) return takeTitle(reading, line);
  const head = articleHead(line);
  if (head && (head.apart || line.depth > 0 || follows(reading.articles.at(-1), head))) {
    return beginArticle(reading, line, head);
  }
  const structure = structureHead(line);
  if (structure && !reading.inAppendix) {
    reading.headings = within(reading.headings, structure);
    reading.inContents &&= reading.articles.length === 0;
    return undefined;
  }
  if (line.depth === 1) return problem("statute.second_title", { line: line.no, title: shortened(line.text) });
  takeWords(reading, line);
  return undefined;
}

function takeTitle(reading: Reading, line: StatuteLine): Problem | undefined {
  const title = line.text.replace(/\s+/g, "").replace(/^《(.*)》$/, "$1");
  if (title.length > LONGEST_TITLE || articleHead(line) || structureHead(line) || /[。；;]$/.test(title))
    return problem("statute.no_title", { line: line.no, text: shortened(line.text) });
  reading.title = { ...line, text: title };
  return undefined;
}

/** Before the first article: history, table of contents, preamble. After it: words of the article or of the appendix. */
function takeWords(reading: Reading, line: StatuteLine): void {
  const open = reading.articles.at(-1);
  if (reading.inAppendix || (open && isAppendixHead(line))) {
    reading.inAppendix = true;
    reading.appendix.push(line.text);
  } else if (open) open.lines.push(line.text);
  else if (/^目[\s\u3000]*[录次]$/.test(line.text)) reading.inContents = true;
  else if (!reading.inContents) {
    const events = historyEvents(line.text);
    if (events.length > 0) reading.history.push(...events);
    else reading.preamble.push(line.text);
  }
}

function beginArticle(reading: Reading, line: StatuteLine, head: ArticleHead): Problem | undefined {
  const last = reading.articles.at(-1);
  const fault = faultOfOrder(reading, line, head, last);
  if (fault) return fault;
  const headings = reading.headings.map((one) => one.text);
  const lines = head.rest === "" ? [] : [head.rest];
  reading.articles.push({ number: head.number, sub: head.sub, at: line.no, headings, lines });
  reading.inContents = false;
  return undefined;
}

function faultOfOrder(
  { articles }: Reading,
  line: StatuteLine,
  head: ArticleHead,
  last: OpenArticle | undefined,
): Problem | undefined {
  const name = nameOf(head);
  if (follows(last, head)) return undefined;
  if (head.number === 1 && head.sub === 0 && articles.length > 1) {
    return problem("statute.two_laws", { line: line.no, last: last ? nameOf(last) : "" });
  }
  const before = articles.find((one) => one.number === head.number && one.sub === head.sub);
  if (before) return problem("statute.duplicate", { line: line.no, article: name, first: before.at });
  if (last && (head.number < last.number || (head.number === last.number && head.sub < last.sub)))
    return problem("statute.out_of_order", { line: line.no, article: name, last: nameOf(last) });
  const missing =
    last && head.sub > 1 ? nameOf({ ...head, sub: head.sub - 1 }) : nameOf({ number: (last?.number ?? 0) + 1, sub: 0 });
  return problem("statute.missing", { line: line.no, article: name, missing });
}

/** Whether this is the number after the last one: 第十七条 or 第十六条之一 after 第十六条; the first is 第一条. */
export function follows(last: ArticleNumber | undefined, head: ArticleNumber): boolean {
  if (!last) return head.number === 1 && head.sub === 0;
  if (head.sub === 0) return head.number === last.number + 1;
  return head.number === last.number && head.sub === last.sub + 1;
}

/** A heading closes those of its rank and below. The contents list them once before: the first chapter again begins anew. */
function within(headings: readonly StructureHead[], next: StructureHead): StructureHead[] {
  return [...headings.filter((one) => one.rank < next.rank), next];
}

function finish(reading: Reading): Result<Statute> {
  if (!reading.title) return refuse("statute.empty");
  const empty = reading.articles.find((one) => one.lines.length === 0);
  if (empty) return refuse("statute.empty_article", { line: empty.at, article: nameOf(empty) });
  const last = reading.articles.at(-1);
  if (!last) return refuse("statute.no_articles", { title: reading.title.text });
  const commencement =
    commencementDay(last.lines) ?? reading.articles.map((one) => commencementDay(one.lines)).findLast(Boolean);
  const passedOn = passedOnOf(reading.history);
  return ok({
    title: reading.title.text,
    history: reading.history,
    preamble: reading.preamble,
    articles: reading.articles.map(toArticle),
    appendix: reading.appendix,
    passedOn,
    effectiveFrom: effectiveFromOf(reading.history, commencement, passedOn),
    warnings: warningsOf(reading, last, commencement),
  });
}

function warningsOf({ history }: Reading, last: OpenArticle, commencement: string | undefined): readonly Problem[] {
  return [
    ...(commencement || history.some((event) => event.kind === "effective")
      ? []
      : [problem("statute.perhaps_cut", { last: nameOf(last) })]),
    ...(history.length > 0 ? [] : [problem("statute.no_history")]),
  ];
}

function toArticle({ number, sub, headings, lines }: OpenArticle): StatuteArticle {
  return { article: sub === 0 ? String(number) : `${number}-${sub}`, headings, lines };
}

function nameOf({ number, sub }: Pick<ArticleHead, "number" | "sub">): string {
  return `第${writeNumber(number)}条${sub === 0 ? "" : `之${writeNumber(sub)}`}`;
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

function problem(code: string, params: Problem["params"] = {}): Problem {
  return { code, params };
}
