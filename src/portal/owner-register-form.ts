// The form of one register entry, new or to be corrected: plain fields and radio buttons, complete without any script.
import { html } from "ghtml";
import { getDeadline } from "#domain/calendar/deadline-rules.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { type RegisterKind, registerKindRules } from "#domain/registers/kinds.ts";
import { icon } from "./icons.ts";
import { layout, note, topBar } from "./layout.ts";
import { anotherPersonForm, introduction, type OwnerPlace } from "./owner-place.ts";

export type RegisterValues = Readonly<Record<string, string | undefined>>;

export interface RegisterForm {
  readonly place: OwnerPlace;
  readonly kind: RegisterKind;
  readonly commandId: string;
  readonly values: RegisterValues;
  readonly problem?: string;
}

export function ownerRegisterFormPage(form: RegisterForm): string {
  const { place, kind } = form;
  const back = `${place.base}/registers`;
  const title = `添一条${registerKindRules[kind].label.zh}`;
  const body = html`!${topBar(back, title)}
<form class="filled" method="post" enctype="multipart/form-data" action="${back}"><main class="phone__main">!${form.problem ? note("late", form.problem) : ""}
<input type="hidden" name="kind" value="${kind}">!${registerFields(form)}
!${introduction(place, form.values)}</main>
<div class="phone__act"><button class="btn btn--primary btn--main" data-once>记下这一条</button></div></form>!${anotherPersonForm(place, back)}`;
  return layout(place.look, { title, body });
}

export function correctRegisterForm(form: RegisterForm, here: string): string {
  return html`<form class="filled" method="post" enctype="multipart/form-data" action="${here}/correct">!${registerFields(form)}
<label class="field"><span class="field__label">为什么改</span><input class="input" name="reason" required maxlength="200" value="${form.values.reason}" placeholder="如：日期看错了"></label>
!${introduction(form.place, form.values)}<button class="btn btn--main" data-once>改好存下</button></form>`;
}

function registerFields({ place, kind, commandId, values }: RegisterForm): string {
  const rule = registerKindRules[kind];
  const varieties = rule.varieties.map(
    ({ key, label }) => html`<option value="${key}" !${values.variety === key ? "selected" : ""}>${label.zh}</option>`,
  );
  return html`<input type="hidden" name="commandId" value="${commandId}">
<label class="field"><span class="field__label">种类</span><select class="input" name="variety">!${varieties}</select></label>
<label class="field"><span class="field__label">${rule.subject.zh}</span><input class="input" name="subject" required maxlength="120" value="${values.subject}"></label>
<label class="field"><span class="field__label">${rule.happenedOn.zh}!${rule.terms.length > 0 ? "" : "（可不填）"}</span><input class="input" name="happenedOn" type="date" max="${place.today}" !${rule.terms.length > 0 ? "required" : ""} value="${values.happenedOn}"></label>
!${rule.headcount ? html`<label class="field"><span class="field__label">${rule.headcount.zh}（可不填）</span><input class="input" name="headcount" type="number" inputmode="numeric" min="0" max="100000" value="${values.headcount}"></label>` : ""}
!${rule.number ? html`<label class="field"><span class="field__label">${rule.number.zh}（可不填）</span><input class="input" name="number" maxlength="80" value="${values.number}"></label>` : ""}
!${nextFields(kind, values, place.today)}
<label class="field"><span class="field__label">备注（可不填）</span><textarea class="input" name="note" rows="2" maxlength="500">${values.note}</textarea></label>
<label class="field"><span class="field__label">!${icon("camera")}证件或现场照片（可不填）</span><input class="input" type="file" name="photo" accept="image/*" multiple></label>`;
}

function nextFields(kind: RegisterKind, values: RegisterValues, today: LocalDate): string {
  const rule = registerKindRules[kind];
  // Whether a term of law binds this enterprise is for it to say: none is chosen beforehand.
  const chosen = values.next || (rule.terms.length > 0 ? "" : "stated");
  const pick = (value: string, word: string, hint = "") =>
    html`<label class="line line--pick"><input type="radio" name="next" value="${value}" required !${chosen === value ? "checked" : ""}><span class="grow"><span class="line__t">${word}</span>!${hint ? html`<br><span class="line__s">${hint}</span>` : ""}</span></label>`;
  const terms = rule.terms.map((key) => {
    const term = getDeadline(key, today);
    return pick(key, `按规定算：${term.label.zh}，每${monthsWord(term.amount)}`, term.basis);
  });
  return html`<fieldset class="asked"><legend>${rule.dueOn.zh}哪天？</legend>!${terms}
!${pick("stated", "证件或报告上写着", "写在下面的日期里")}!${pick("own", "企业自己定", "写在下面的日期里")}
<label class="field"><span class="field__label">日期（选了上面两项才填）</span><input class="input" name="dueOn" type="date" value="${values.dueOn}"></label>
!${pick("lasting", "长期有效，没有下次")}!${pick("unknown", "还不知道，先空着", "知道了再回来补")}</fieldset>`;
}

function monthsWord(months: number): string {
  if (months === 6) return "半年";
  return months % 12 === 0 ? `${months === 12 ? "" : months / 12}年` : `${months}个月`;
}
