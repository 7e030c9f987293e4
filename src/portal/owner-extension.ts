// More days on request, R12's four parts: what was done, how long it needs, why, and how people are kept safe meanwhile.
import { html } from "ghtml";
import { byWhen } from "./due-chip.ts";
import { type HazardView, shortened } from "./hazard-view.ts";
import { layout, note, topBar } from "./layout.ts";
import { anotherPersonForm, introduction, type OwnerPlace } from "./owner-place.ts";

export interface OwnerExtension {
  readonly place: OwnerPlace;
  readonly view: HazardView;
  readonly commandId: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problem?: string;
}

export function ownerExtensionPage(page: OwnerExtension): string {
  const { place, view, values } = page;
  const here = `${place.base}/h/${view.hazard.id}`;
  const area = (name: string, word: string, hint: string) =>
    html`<label class="field"><span class="field__label">${word}</span><textarea class="input" name="${name}" rows="2" required maxlength="500" placeholder="${hint}">${values[name]}</textarea></label>`;
  const body = html`!${topBar(here, "要多几天")}
<form class="filled" method="post" action="${here}/extension"><main class="phone__main">
!${page.problem ? note("late", page.problem) : ""}
<p class="lead">${shortened(view.hazard.description, 60)}</p><p class="soft">${byWhen(view.hazard, place.today)}街道答复之前，期限不变。</p>
<input type="hidden" name="commandId" value="${page.commandId}">
!${area("stepsTaken", "已经做了什么", "如：已停用这台设备，防护罩已订货")}
<label class="field"><span class="field__label">还要几天</span><input class="input" name="daysNeeded" type="number" inputmode="numeric" min="1" max="365" required value="${values.daysNeeded}"></label>
!${area("reason", "为什么来不及", "如：厂家说12月1日才能到货")}
!${area("interimProtection", "改好前怎么保证不出事", "如：断电挂牌，围起来，不让人靠近")}
!${introduction(place, values)}</main>
<div class="phone__act"><button class="btn btn--primary btn--main" data-once>交给街道答复</button></div></form>!${anotherPersonForm(place, here)}`;
  return layout(place.look, { title: "要多几天", body });
}
