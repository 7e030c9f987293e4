// What the reporter gets: the receipt, and with it where the report stands and what was answered. No name of any officer.
import { html } from "ghtml";
import { dayOf, type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import type { TipActs, Tips } from "#domain/rows.generated.ts";
import { isComplaint, tipOutcomeLabels } from "#domain/tip/labels.ts";
import { printedSecret, type Receipt } from "#domain/tip/receipt.ts";
import { icon } from "./icons.ts";
import { type Appearance, brandBar, layout, note, topBar } from "./layout.ts";

interface Place {
  readonly look: Appearance;
  readonly base: string;
  readonly officeName: string;
}

interface ReceiptPage extends Place {
  readonly receipt: Receipt;
  readonly address: string;
  /** The same form came before with other words; those were kept. */
  readonly before: boolean;
}

export function tipReceiptPage(page: ReceiptPage): string {
  const { number, secret } = page.receipt;
  const text = `${page.officeName}收到了。编号${number}，查询码${printedSecret(secret)}，看答复：${page.address}/answer`;
  const body = html`<header class="owner__top">!${brandBar(page.look)}<p class="soft owner__name">${page.officeName}</p><h1>收到了，谢谢您</h1></header>
<main class="phone__main">
!${note("soon", "请把下面两样记下来或截图", "看答复要用。查询码只显示这一次，我们这里也查不到。")}
!${page.before ? note("plain", "这一件先前已经收到", "后来改的没有存。要补充，请再反映一件，写上这个编号。") : ""}
<dl class="facts panel panel__body">!${fact("编号", number)}!${fact("查询码", printedSecret(secret))}</dl>
<label class="field"><span class="field__label">可以整段存下来</span><textarea class="input" rows="4" readonly data-copy-from>${text}</textarea></label>
<button class="btn btn--main" type="button" data-copy hidden>复制这一段</button>
<a class="btn btn--main" href="${page.base}/answer">看答复的页面</a>
<a class="btn btn--quiet" href="${page.base}">再反映一件</a></main>`;
  return layout(page.look, { title: "收到了", body });
}

function fact(word: string, value: string): string {
  return html`<div class="fact"><dt>${word}</dt><dd class="mono"><b>${value}</b></dd></div>`;
}

export function tipAskPage(
  page: Place & { readonly values: Readonly<Record<string, string | undefined>>; readonly problem?: string },
): string {
  const { values } = page;
  const field = (name: string, word: string, hint: string) =>
    html`<label class="field"><span class="field__label">${word}</span><input class="input mono" name="${name}" value="${values[name]}" required maxlength="40" autocapitalize="characters" autocomplete="off" spellcheck="false" placeholder="${hint}"></label>`;
  const body = html`!${topBar(page.base, "看答复")}
<form class="filled" method="post" action="${page.base}/answer"><main class="phone__main"><p class="soft owner__name">${page.officeName}</p>
!${page.problem ? note("late", page.problem) : html`<p class="soft">交的时候给过您编号和查询码。</p>`}
!${field("number", "编号", "XS261201-…")}!${field("secret", "查询码", "K7Q2-9XTM-…")}</main>
<div class="phone__act"><button class="btn btn--primary btn--main">看答复</button></div></form>`;
  return layout(page.look, { title: "看答复", body });
}

/** The newest; so many of the longest fit a small page. */
const MOST_SAID = 8;

export interface OwnTip {
  readonly tip: Tips;
  readonly said: readonly Pick<TipActs, "id" | "text" | "at">[];
  readonly today: LocalDate;
}

export function tipAnswerPage(page: Place & OwnTip): string {
  const { tip, said, today } = page;
  const lines = said
    .slice(0, MOST_SAID)
    .map(
      (one) =>
        html`<div class="next">!${icon("message")}<div><p>${one.text}</p><p class="line__s">${spokenDay(dayOf(one.at), today)}，${page.officeName}安监办</p></div></div>`,
    );
  const answers = lines.length > 0 ? lines : html`<p class="soft">还没有答复。</p>`;
  const body = html`!${topBar(`${page.base}/answer`, "看答复")}
<main class="phone__main">!${standing(page)}
<section><h2 class="h-sec">街道的答复</h2>!${answers}</section>
<section><h2 class="h-sec">您反映的</h2><div class="panel panel__body"><p class="lead">${tip.text}</p><p class="line__s">${[tip.enterpriseWords, tip.place].filter(Boolean).join("，")}</p><p class="line__s">${spokenDay(dayOf(tip.reportedAt), today)}交，编号${tip.number}</p></div></section>
<a class="btn btn--quiet" href="${page.base}">再反映一件</a></main>`;
  return layout(page.look, { title: "看答复", body });
}

function standing({ tip, today, officeName }: Place & OwnTip): string {
  const by = `${spokenDay(tip.answerDue, today)}前答复您。`;
  if (tip.state === "closed") return note("ok", "已办结", tip.outcome ? `${tipOutcomeLabels[tip.outcome].zh}。` : "");
  if (today > tip.answerDue)
    return note(
      "late",
      "答复超过了期限",
      `本该在${spokenDay(tip.answerDue, today)}前答复。可以直接打电话问${officeName}。`,
    );
  if (tip.state === "assigned" || tip.handlerMembershipId) return note("soon", "正在办", by);
  return note("plain", isComplaint(tip.about) ? "已交给办公室负责人" : "已收到，等街道分办", by);
}
