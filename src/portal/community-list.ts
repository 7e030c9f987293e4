// The community's own list on a phone: enterprise by enterprise, what is open, and a supervision recorded in two taps.
import { html } from "ghtml";
import { dayOf, type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { supervisionMeansLabels } from "#domain/supervision/labels.ts";
import { dueChip } from "./due-chip.ts";
import { type HazardInList, severityTag, shortened } from "./hazard-view.ts";
import { icon } from "./icons.ts";
import { type Appearance, brandBar, layout, note, topBar } from "./layout.ts";

export interface SiteWork {
  readonly siteId: string;
  readonly enterpriseName: string;
  readonly siteName: string;
  readonly hazards: readonly HazardInList[];
  readonly lastSupervision: Pick<Row<"supervisions">, "occurredAt" | "means" | "byName"> | undefined;
  /** When the next push is due at the latest; null when one was made in time. */
  readonly superviseBy: LocalDate | null;
  readonly commandId: string;
}

export interface CommunityList {
  readonly look: Appearance;
  readonly today: LocalDate;
  readonly communityName: string;
  readonly personName: string;
  readonly sites: readonly SiteWork[];
  readonly counts: {
    readonly sites: number;
    readonly hazards: number;
    readonly overdue: number;
    readonly toSupervise: number;
  };
  readonly pageNo: number;
  readonly pages: number;
  readonly said?: string;
  /** The site the last act was about; what is said then stands in its card. */
  readonly saidSiteId?: string;
  readonly problem?: string;
}

/** Few enough that a page stays below 60 kB whatever the words are. */
export const SITES_A_PAGE = 8;
const LINES_A_SITE = 4;
const LINES_ON_ITS_OWN = 60;

/** In place of ids: every hazard of the site that is still running. */
export const WHOLE_SITE = "all";

export function communityListPage(list: CommunityList): string {
  const { counts } = list;
  const body = html`<header class="owner__top">!${brandBar(list.look)}<p class="soft owner__name">${list.communityName}，${list.personName}</p><h1>!${greeting(counts)}</h1></header>
<main class="phone__main">!${list.said && !shownInCard(list) ? note("ok", list.said) : ""}!${list.problem ? note("late", list.problem) : ""}
!${list.sites.map((site) => siteCard(list, site))}!${pager(list)}
<p class="line__s">催一催就行：上门、打电话、发消息都算督促。罚不罚、停不停产由执法部门依法办，村社区不用管。</p>
<form method="post" action="/sign-out"><button class="btn btn--quiet">退出登录</button></form></main>`;
  return layout(list.look, { title: "本村社区的隐患", body });
}

/** Everything of one site, up to what a phone can read. */
export function communitySitePage(page: {
  readonly look: Appearance;
  readonly today: LocalDate;
  readonly site: SiteWork;
  readonly said?: string;
}): string {
  const { look, today, site } = page;
  const around = { today, ...(page.said ? { said: page.said, saidSiteId: site.siteId } : {}) };
  const body = html`!${topBar("/community", shortened(site.enterpriseName, 14))}<main class="phone__main">!${siteCard(around, site, LINES_ON_ITS_OWN)}</main>`;
  return layout(look, { title: shortened(site.enterpriseName, 20), body });
}

function shownInCard(list: CommunityList): boolean {
  return list.sites.some((site) => site.siteId === list.saidSiteId);
}

function greeting(counts: CommunityList["counts"]): string {
  if (counts.hazards === 0) return "辖区企业的隐患都销号了";
  const late = counts.overdue > 0 ? html`<br>其中${counts.overdue}条过了期限` : "";
  return html`${counts.sites}家还有${counts.hazards}条没销号!${late}`;
}

type Around = Pick<CommunityList, "today"> & Partial<Pick<CommunityList, "said" | "saidSiteId" | "pageNo">>;

function siteCard(list: Around, site: SiteWork, shown = LINES_A_SITE): string {
  const lines = site.hazards
    .slice(0, shown)
    .map(
      ({ hazard }) =>
        html`<a class="line" href="/community/h/${hazard.id}"><span class="grow"><span class="line__t">${shortened(hazard.description, 36)}</span><br><span class="line__s">${shortened(hazard.place, 20)}</span>!${severityTag(hazard)}</span>!${dueChip(hazard, list.today)}</a>`,
    );
  const more = site.hazards.length - lines.length;
  const name =
    site.siteName === "" || site.siteName === site.enterpriseName
      ? site.enterpriseName
      : `${site.enterpriseName}（${site.siteName}）`;
  return html`<section class="panel" id="s-${site.siteId}"><div class="panel__head"><h2>${shortened(name, 40)}</h2></div>
!${list.said && list.saidSiteId === site.siteId ? note("ok", list.said) : ""}<p class="panel__sub line__s">!${lastWords(site, list.today)}</p>!${lines}!${more > 0 ? html`<p class="panel__sub line__s"><a href="/community/s/${site.siteId}">还有${more}条，看全部</a></p>` : ""}
!${superviseFold(site, list.pageNo ? `/community?page=${list.pageNo}` : `/community/s/${site.siteId}`)}</section>`;
}

function lastWords(site: SiteWork, today: LocalDate): string {
  const last = site.lastSupervision;
  const said = last
    ? `上次督促${spokenDay(dayOf(last.occurredAt), today).replace(/（.*$/, "")}，${supervisionMeansLabels[last.means].zh}`
    : "还没督促过";
  if (!site.superviseBy) return said;
  const late = site.superviseBy < today;
  return html`${said}。<b class="${late ? "late" : "soon"}">${late ? "该督促了" : "请督促"}，最晚${spokenDay(site.superviseBy, today)}</b>`;
}

/** First tap opens, second tap records. */
function superviseFold(site: SiteWork, back: string): string {
  return html`<details class="fold fold--in"><summary>!${icon("horn")}记一次督促!${icon("down", "fold__arrow")}</summary><div class="fold__body">!${superviseForm({ siteId: site.siteId, hazardIds: WHOLE_SITE, commandId: site.commandId, back })}</div></details>`;
}

export interface SuperviseForm {
  readonly siteId: string;
  readonly hazardIds: string;
  readonly commandId: string;
  readonly back: string;
}

/** Three buttons, each of which is the whole record; a note only if one likes. */
export function superviseForm(form: SuperviseForm): string {
  const drawn = { visit: "walk", call: "tel", message: "message" } as const;
  const means = ["visit", "call", "message"] as const;
  return html`<form class="filled" method="post" action="/community/supervise"><input type="hidden" name="commandId" value="${form.commandId}"><input type="hidden" name="siteId" value="${form.siteId}"><input type="hidden" name="hazardIds" value="${form.hazardIds}"><input type="hidden" name="back" value="${form.back}">
<label class="field"><span class="field__label">说了什么（可不填）</span><input class="input" name="note" maxlength="500" placeholder="如：答应周五前装好护罩"></label>
<p class="soft">怎么督促的？点一下就记好。</p><div class="means">!${means.map((one) => html`<button class="pick" name="means" value="${one}" data-once>!${icon(drawn[one])}${supervisionMeansLabels[one].zh}</button>`)}</div></form>`;
}

function pager(list: CommunityList): string {
  if (list.pages <= 1) return "";
  const link = (no: number, word: string) => html`<a class="btn" href="/community?page=${no}">${word}</a>`;
  return html`<nav class="row row--between" aria-label="翻页">!${list.pageNo > 1 ? link(list.pageNo - 1, "上一页") : "<span></span>"}<span class="muted">第${list.pageNo}页，共${list.pages}页</span>!${list.pageNo < list.pages ? link(list.pageNo + 1, "下一页") : "<span></span>"}</nav>`;
}
