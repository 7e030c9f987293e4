// The enterprise's first page: the count as a greeting, then one card a hazard with its photo first, worst first.
import { html } from "ghtml";
import { dayOf, daysBetween, type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import type { Hazard } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { isCompleted } from "./completed-sheet.ts";
import { dueChip } from "./due-chip.ts";
import { type HazardInList, photoFigure, severityTag, shortened } from "./hazard-view.ts";
import { icon } from "./icons.ts";
import { brandBar, fold, layout, note } from "./layout.ts";
import { anotherPersonForm, type OwnerPlace, whoSees } from "./owner-place.ts";
import { nextMove } from "./what-next.ts";

export interface OwnerList {
  readonly place: OwnerPlace;
  readonly hazards: readonly HazardInList[];
  /** The visit behind the link; a signed-in enterprise sees all its visits. */
  readonly visit: Pick<Row<"visits">, "inspectedOn" | "expertName"> | null;
  readonly documents: readonly Pick<
    Row<"documents">,
    "id" | "kind" | "number" | "pdfSha256" | "draftedAt" | "releasedAt"
  >[];
  /** The last day the link opens, while one is known. */
  readonly validUntil: LocalDate | null;
  readonly commandId: string;
  readonly pageNo: number;
  readonly said?: string;
}

/** Only for whoever signed in: a link has nothing to leave. */
const signOutForm = html`<form method="post" action="/sign-out"><button class="btn btn--quiet">退出登录</button></form>`;

const CARDS_A_PAGE = 25;
const DONE_LINES = 60;
/** Cards whose photo is fetched without waiting to be scrolled to. */
const SEEN_AT_ONCE = 3;

export function ownerListPage(list: OwnerList): string {
  const { place } = list;
  const sorted = list.hazards.toSorted((a, b) => urgency(a.hazard, place.today) - urgency(b.hazard, place.today));
  const open = sorted.filter(({ hazard }) => isRunning(hazard));
  const done = sorted.filter(({ hazard }) => !isRunning(hazard));
  const from = (list.pageNo - 1) * CARDS_A_PAGE;
  const cards = open.slice(from, from + CARDS_A_PAGE).map((one, index) => card(place, one, index >= SEEN_AT_ONCE));
  const body = html`<header class="owner__top">!${brandBar(place.look)}<p class="soft owner__name">${place.enterpriseName}</p><h1>!${greeting(list, open)}</h1></header>
<main class="phone__main">
!${list.said ? note("ok", list.said) : ""}!${place.passedTo ? note("plain", `同事转给${place.passedTo}办的，只有下面这几条。`) : ""}
!${receiveAll(list, open)}!${cards}!${pages(list, open.length)}!${doneFold(place, done)}!${moreLines(list)}
!${fold("eye", "谁看得到这些", whoSees(place))}
!${footWords(list)}!${list.visit ? "" : signOutForm}
</main>!${anotherPersonForm(place, place.base)}`;
  return layout(place.look, { title: "贵厂的隐患", body });
}

function isRunning(hazard: Hazard): boolean {
  return hazard.contested || (hazard.status !== "closed" && hazard.status !== "voided");
}

/** Severity first, then what the enterprise still has to do, then by its date. */
function urgency(hazard: Hazard, today: LocalDate): number {
  const severity = hazard.severity === "general" ? 1 : 0;
  const turn = hazard.status === "open" ? 0 : 1;
  const days = hazard.rectificationDue ? daysBetween(today, hazard.rectificationDue) : 400;
  return turn * 100_000 + severity * 10_000 + days;
}

function greeting(list: OwnerList, open: readonly HazardInList[]): string {
  const toDo = open.filter(({ hazard }) => hazard.status === "open");
  if (list.hazards.length === 0) return list.visit ? "这次检查没有发现隐患" : "没有查出过隐患";
  if (open.length === 0) return html`${list.hazards.length}条都办完了，<br>不用再做什么`;
  if (toDo.length === 0) return html`该贵厂做的都交了，<br>${open.length}条等复查或答复`;
  const dates = toDo.flatMap(({ hazard }) => hazard.rectificationDue ?? []).toSorted();
  const first = dates[0];
  if (!first) return html`还有${toDo.length}条要改`;
  return html`还有${toDo.length}条要改，<br>${earliest(daysBetween(list.place.today, first))}`;
}

function earliest(days: number): string {
  if (days < 0) return `最早一条已过期${-days}天`;
  return days === 0 ? "最早一条今天到期" : `最早一条余${days}天`;
}

function card(place: OwnerPlace, { hazard, photo }: HazardInList, lazy: boolean): string {
  return html`<a class="todo-card" href="${place.base}/h/${hazard.id}">!${photoFigure(place.base, hazard, photo, { size: "thumb", lazy })}
<div class="todo-card__body"><div class="row row--between row--wrap">!${dueChip(hazard, place.today)}<span class="muted small">${shortened(hazard.place, 24)}</span></div>
!${severityTag(hazard)}<div class="lead">${shortened(hazard.description, 60)}</div>
<div class="go">${nextMove(hazard, place.today)}!${icon("right")}</div></div></a>`;
}

/** One tap says that all of them have arrived. */
function receiveAll(list: OwnerList, open: readonly HazardInList[]): string {
  const fresh = open.filter(({ hazard }) => !hazard.acknowledgedAt);
  if (fresh.length === 0) return "";
  return html`<form class="panel panel--ask" method="post" action="${list.place.base}/receive"><input type="hidden" name="commandId" value="${list.commandId}">
<p>!${fresh.length === open.length ? "" : html`其中`}${fresh.length}条还没点收到。点一下，表示贵厂知道了、会去改。</p>
<button class="btn btn--primary btn--main" data-once>收到，我来改</button></form>`;
}

function pages(list: OwnerList, count: number): string {
  const last = Math.ceil(count / CARDS_A_PAGE);
  if (last <= 1) return "";
  const link = (no: number, word: string) => html`<a class="btn" href="${list.place.base}?page=${no}">${word}</a>`;
  return html`<nav class="row row--between" aria-label="翻页">!${list.pageNo > 1 ? link(list.pageNo - 1, "上一页") : "<span></span>"}<span class="muted">第${list.pageNo}页，共${last}页</span>!${list.pageNo < last ? link(list.pageNo + 1, "下一页") : "<span></span>"}</nav>`;
}

function doneFold(place: OwnerPlace, done: readonly HazardInList[]): string {
  if (done.length === 0) return "";
  const lines = done
    .slice(0, DONE_LINES)
    .map(
      ({ hazard }) =>
        html`<a class="line" href="${place.base}/h/${hazard.id}"><span class="grow"><span class="line__t">${shortened(hazard.description, 30)}</span><br><span class="line__s">${shortened(hazard.place, 20)}，${hazard.status === "voided" ? "已作废" : "已销号"}</span></span>!${icon("right")}</a>`,
    );
  return fold("done", `已办完${done.length}条`, lines.join(""));
}

function moreLines(list: OwnerList): string {
  const { place } = list;
  const lines: string[] = [];
  for (const document of list.documents) lines.push(documentLine(place, document));
  if (place.mayDelegate && list.hazards.length > 0) {
    lines.push(
      html`<a class="line" href="${place.base}/delegate">!${icon("share")}<span class="grow"><span class="line__t">转给同事去办</span><br><span class="line__s">比如让电工只看配电箱那条</span></span>!${icon("right")}</a>`,
    );
  }
  if (list.visit && isCompleted(list.hazards.map(({ hazard }) => hazard))) {
    lines.push(
      html`<a class="line" href="${place.base}/completed">!${icon("done")}<span class="grow"><span class="line__t">整改完成单</span><br><span class="line__s">整改前后、谁看过、哪天合格，可以打印</span></span>!${icon("right")}</a>`,
    );
  }
  if (place.passedTo === null) {
    lines.push(
      html`<a class="line" href="${place.base}/registers">!${icon("book")}<span class="grow"><span class="line__t">台账：证照、培训、演练</span><br><span class="line__s">到期前会提醒贵厂</span></span>!${icon("right")}</a>`,
    );
  }
  if (list.visit) {
    lines.push(
      html`<div class="line">!${icon("person")}<span class="grow"><span class="line__t">来检查的专家：${list.visit.expertName}</span><br><span class="line__s">${place.agencyName}，${spokenDay(list.visit.inspectedOn, place.today)}到过贵厂。不会改、觉得不对，点开那一条选“我有异议”，机构会答复。</span></span></div>`,
    );
  }
  return lines.length > 0 ? html`<section class="panel">!${lines}</section>` : "";
}

function documentLine(place: OwnerPlace, document: OwnerList["documents"][number]): string {
  const name = document.kind === "inspectionReport" ? "隐患排查报告" : "现场检查记录";
  const words = html`<span class="grow"><span class="line__t">${name}</span><br><span class="line__s">${spokenDay(dayOf(document.releasedAt ?? document.draftedAt), place.today)}，${document.number}!${document.pdfSha256 ? "" : "，正在生成"}</span></span>`;
  if (!document.pdfSha256) return html`<div class="line">!${icon("file")}!${words}</div>`;
  return html`<a class="line" href="${place.base}/document/${document.id}">!${icon("file")}!${words}!${icon("right")}</a>`;
}

function footWords(list: OwnerList): string {
  const until = list.validUntil
    ? `这个链接${spokenDay(list.validUntil, list.place.today)}前有效。`
    : "这个链接只给贵厂用，全部销号后再留30天。";
  const words = list.visit ? until : "";
  return html`<p class="line__s">${words}检查由街道出钱，不收企业一分钱；专家不推销产品，机构不罚款。安全责任仍由企业自己负。</p>`;
}
