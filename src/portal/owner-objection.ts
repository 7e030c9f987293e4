// The enterprise thinks the finding is wrong: one reason, answered by the agency's lead, shown to both sides.
import { html } from "ghtml";
import { type HazardView, shortened } from "./hazard-view.ts";
import { layout, note, topBar } from "./layout.ts";
import { anotherPersonForm, introduction, type OwnerPlace } from "./owner-place.ts";

export interface OwnerObjection {
  readonly place: OwnerPlace;
  readonly view: HazardView;
  readonly commandId: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problem?: string;
}

export function ownerObjectionPage(page: OwnerObjection): string {
  const { place, view } = page;
  const here = `${place.base}/h/${view.hazard.id}`;
  const body = html`!${topBar(here, "我有异议")}
<form class="filled" method="post" action="${here}/objection"><main class="phone__main">
!${page.problem ? note("late", page.problem) : ""}
<p class="lead">${shortened(view.hazard.description, 60)}</p>
<p class="soft">提异议不会被记一笔。机构负责人会答复，理由两边都看得到；有道理就更正或作废。这期间期限照走，能先做的防护请先做。</p>
<input type="hidden" name="commandId" value="${page.commandId}">
<label class="field"><span class="field__label">哪里不对</span><textarea class="input" name="reason" rows="5" required maxlength="1000" placeholder="如：这台机器2025年就已报废断电，不在用">${page.values.reason}</textarea></label>
!${introduction(place, page.values)}</main>
<div class="phone__act"><button class="btn btn--primary btn--main" data-once>提出异议</button></div></form>!${anotherPersonForm(place, here)}`;
  return layout(place.look, { title: "我有异议", body });
}
