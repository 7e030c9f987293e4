// The proof that it was put right: the same angle beside the new photo, one sentence if one likes, the five fixes folded.
// Used by the enterprise, and by the community on its behalf (then it says so).
import { html } from "ghtml";
import { type HazardView, photoFigure, photosOf } from "./hazard-view.ts";
import { icon } from "./icons.ts";
import { fold } from "./layout.ts";

export const DEFAULT_PROOF_TEXT = "已改好，见照片。";

export interface ProofForm {
  readonly id: string;
  readonly base: string;
  readonly action: string;
  readonly view: HazardView;
  readonly commandId: string;
  /** Who writes, as markup. */
  readonly writer: string;
  readonly onBehalfOf?: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

export function proofForm(form: ProofForm): string {
  const before = photosOf(form.view, "hazard")[0];
  const behalf = form.onBehalfOf
    ? html`<p class="line__s">您是代${form.onBehalfOf}交的，“经过”里会写明代交人是您。</p>`
    : "";
  return html`<form id="${form.id}" class="filled" method="post" enctype="multipart/form-data" action="${form.action}">
<h2 class="h-sec">改好了，拍一张给我们</h2>!${behalf}
<input type="hidden" name="commandId" value="${form.commandId}">
<div class="pair">!${photoFigure(form.base, form.view.hazard, before, { size: "thumb", ...(before ? { tag: "照这个角度" } : {}), lazy: true })}
<label class="drop" data-drop><span class="drop__in">!${icon("camera")}<b>拍照</b><small>或从相册选，最多6张</small></span><input type="file" name="photo" accept="image/*" multiple required></label></div>
<p class="picked" data-picked aria-live="polite"></p>
<label class="field"><span class="field__label">想说一句（可不填）</span><span class="field__hint">不写，就记“${DEFAULT_PROOF_TEXT}”</span><textarea class="input" name="text" rows="2" maxlength="1000" placeholder="如：防护罩昨天装好了">${form.values.text}</textarea></label>
!${fold("file", "五落实（可不填）", fiveFixes(form.values))}
!${form.writer}</form>`;
}

function fiveFixes(values: Readonly<Record<string, string | undefined>>): string {
  const field = (name: string, word: string, hint: string) =>
    html`<label class="field"><span class="field__label">${word}</span><input class="input" name="${name}" value="${values[name]}" maxlength="200" placeholder="${hint}"></label>`;
  return html`!${field("responsible", "谁负责", "姓名")}!${field("measures", "怎么管住", "如：每班开机前看一眼")}!${field("funds", "花了多少钱（元）", "如：800")}!${field("time", "什么时候改好的", "如：11月20日")}!${field("contingencyPlan", "万一出事怎么办", "如：按急停，断电，打119")}`;
}
