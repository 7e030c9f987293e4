// The page by which anyone reports a danger or complains: no account, no script needed, a photo if there is one.
import { html } from "ghtml";
import { type TipAbout, tipAbouts } from "#domain/tip/labels.ts";
import { icon } from "./icons.ts";
import { type Appearance, brandBar, layout, note } from "./layout.ts";

export interface TipFormPage {
  readonly look: Appearance;
  /** '/t/330109001/tip' */
  readonly base: string;
  readonly officeName: string;
  readonly token: string;
  readonly question: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problem?: { readonly title: string; readonly text: string; readonly field?: TipField };
}

export type TipField = "text" | "place" | "answer";

/** Named like nothing a person fills in; a machine that fills every field gives itself away. */
export const TRAP_FIELD = "homepage";

const words: Readonly<Record<TipAbout, { readonly title: string; readonly hint: string }>> = {
  enterprise: { title: "哪家企业有安全隐患", hint: "堵了的通道、乱接的电线、没盖的坑……" },
  agency: { title: "对来检查的机构或专家有意见", hint: "只给街道办公室负责人看" },
  official: { title: "对街道工作人员有意见", hint: "只给街道办公室负责人看" },
};

export function tipFormPage(page: TipFormPage): string {
  const { values, problem } = page;
  const body = html`<header class="owner__top">!${brandBar(page.look)}<p class="soft owner__name">${page.officeName}</p><h1>反映安全隐患</h1></header>
<form class="filled" method="post" enctype="multipart/form-data" action="${page.base}"><main class="phone__main">
!${problem ? note("late", problem.title, problem.text) : ""}
<p class="soft">不用注册，可以不留姓名。正着火、有人受伤，先打119、120。</p>
<input type="hidden" name="token" value="${page.token}">
!${abouts(values.about)}
<label class="field !${bad(problem, "text")}"><span class="field__label">是什么情况</span><textarea class="input" name="text" rows="4" required maxlength="2000" placeholder="如：一楼安全出口用铁链锁着，里面有人上班">${values.text}</textarea></label>
<label class="field !${bad(problem, "place")}"><span class="field__label">在哪里</span><span class="field__hint">路名门牌，或旁边有什么</span><input class="input" name="place" value="${values.place}" maxlength="200" placeholder="如：文明路8号，后门"></label>
<label class="field"><span class="field__label">企业名称（可不填）</span><input class="input" name="enterprise" value="${values.enterprise}" maxlength="120" placeholder="门口牌子上写的"></label>
<div class="field"><span class="field__label">照片（可不填）</span><label class="drop" data-drop><span class="drop__in">!${icon("camera")}<b>拍照</b><small>或从相册选，最多3张</small></span><input type="file" name="photo" accept="image/*" multiple></label><p class="picked" data-picked aria-live="polite"></p><span class="field__hint">照片里的定位会先去掉。</span></div>
!${contact(values)}!${trap()}
<label class="field !${bad(problem, "answer")}"><span class="field__label">${page.question}</span><span class="field__hint">证明是人在填，写数字就行</span><input class="input" name="answer" inputmode="numeric" required maxlength="6" autocomplete="off"></label>
<p class="line__s"><a href="${page.base}/answer">报过了？看答复</a></p></main>
<div class="phone__act"><button class="btn btn--primary btn--main" data-once>交给街道</button></div></form>`;
  return layout(page.look, { title: "反映安全隐患", body });
}

function abouts(chosen: string | undefined): string {
  const picked = tipAbouts.find((one) => one === chosen) ?? "enterprise";
  const lines = tipAbouts.map(
    (one) =>
      html`<label class="line line--pick"><input type="radio" name="about" value="${one}" !${one === picked ? "checked" : ""}><span class="grow"><span class="line__t">${words[one].title}</span><br><span class="line__s">${words[one].hint}</span></span></label>`,
  );
  return html`<fieldset class="bare"><legend class="field__label">要反映的是</legend><div class="panel">!${lines}</div></fieldset>`;
}

function contact(values: TipFormPage["values"]): string {
  return html`<fieldset class="asked"><legend>怎么找您（可不填）</legend>
<label class="field"><span class="field__hint">只有街道办这件事的人看得到，不给企业。不填也能用回执看答复。</span><span class="field__label">怎么称呼</span><input class="input" name="name" value="${values.name}" maxlength="60" autocomplete="name"></label>
<label class="field"><span class="field__label">电话</span><input class="input" name="contact" type="tel" value="${values.contact}" maxlength="120" autocomplete="tel"></label></fieldset>`;
}

function trap(): string {
  return html`<div class="sr-only" aria-hidden="true"><label>这一格请留空<input name="${TRAP_FIELD}" tabindex="-1" autocomplete="off"></label></div>`;
}

function bad(problem: TipFormPage["problem"], field: TipField): string {
  return problem?.field === field ? "field--bad" : "";
}
