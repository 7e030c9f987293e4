// 整改完成单: when every hazard of a visit is done, one page to print in black and white: each hazard with its photo from before
// and after, who passed it and when. A record of what the system holds; it replaces no issued document.
import { html } from "ghtml";
import { dayOf, type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import { proofPurposes } from "#domain/hazard/same-photos.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { type HazardView, photoFigure, shortened } from "./hazard-view.ts";
import { type Appearance, layout, topBar } from "./layout.ts";

export interface CompletedSheet {
  readonly look: Appearance;
  readonly today: LocalDate;
  /** Where its photos are answered: '<photos>/photo/<slot>'. */
  readonly photos: string;
  readonly back: string;
  readonly enterpriseName: string;
  readonly agencyName: string;
  readonly officeName: string;
  readonly visit: Pick<Row<"visits">, "inspectedOn" | "expertName">;
  readonly views: readonly HazardView[];
  readonly pageNo: number;
}

/** Few enough for 60 kB; a visit with more goes on to a next page. */
const A_PAGE = 30;

const closers = ["reinspection.pass", "hazard.fixOnSite"];
const howWords = { fixedOnSite: "当场改好", reinspected: "复查合格", finalReinspection: "执法后复查合格" } as const;

/** Whether the sheet may be shown: there was something, and nothing of it is still running. */
export function isCompleted(hazards: readonly Pick<Row<"hazards">, "status" | "contested">[]): boolean {
  return (
    hazards.some(({ status }) => status === "closed") &&
    hazards.every(({ status, contested }) => !contested && (status === "closed" || status === "voided"))
  );
}

export function completedSheetPage(sheet: CompletedSheet): string {
  const { visit, today } = sheet;
  const closed = sheet.views.filter(({ hazard }) => hazard.status === "closed");
  const from = (sheet.pageNo - 1) * A_PAGE;
  const voided = sheet.views.length - closed.length;
  const body = html`!${topBar(sheet.back, "整改完成单")}
<main class="phone__main sheet"><h2 class="sheet__title">${sheet.enterpriseName}<br>整改完成单</h2>
<p>${spokenDay(visit.inspectedOn, today)}，${sheet.agencyName}${visit.expertName}检查。查出的隐患${closed.length}条都已销号。!${voided > 0 ? html`另有${voided}条已作废，不列在内。` : ""}</p>
!${closed.slice(from, from + A_PAGE).map((view, index) => entry(sheet, view, from + index + 1))}
!${closed.length > from + A_PAGE ? html`<p><a href="?page=${sheet.pageNo + 1}">第${from + A_PAGE + 1}条以后，看下一页</a></p>` : ""}
<p class="line__s">${sheet.officeName}，截至${spokenDay(today)}。本页由系统按记录生成，可打印留存；正式文书以检查记录和报告为准。打印请用浏览器菜单里的“打印”。</p></main>`;
  return layout(sheet.look, { title: "整改完成单", body, width: "wide" });
}

function entry(sheet: CompletedSheet, view: HazardView, no: number): string {
  const { hazard, photos, acts } = view;
  const before = photos.find(({ purpose }) => purpose === "hazard");
  const after = photos.filter(({ purpose }) => proofPurposes.some((one) => one === purpose)).at(-1);
  const passed = acts.filter(({ command }) => closers.includes(command)).at(-1);
  const size = { size: "working", lazy: false } as const;
  const how = hazard.closedHow ? howWords[hazard.closedHow] : "已销号";
  const on = hazard.closedOn ?? (passed ? dayOf(passed.occurredAt) : null);
  return html`<section class="sheet__one"><h3>${no}. ${shortened(hazard.description, 120)}</h3><p class="line__s">编号${hazard.number}，${shortened(hazard.place, 40)}</p>
<div class="pair">!${photoFigure(sheet.photos, hazard, before, { ...size, tag: "整改前" })}!${photoFigure(sheet.photos, hazard, after, { ...size, tag: "整改后" })}</div>
<p>${how}!${on ? html`：${spokenDay(on, sheet.today)}` : ""}!${passed ? html`，${passed.actorName}` : ""}</p></section>`;
}
