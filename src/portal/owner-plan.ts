// R13's five fixes 五落实 as the owner writes them down: who, how, how much, by when, and what if. Begun from what stands, the
// enterprise's own or the agency's advice.
import { html } from "ghtml";
import { standingPlan } from "#domain/hazard/treatment-plan.ts";
import { type HazardView, shortened } from "./hazard-view.ts";
import { layout, note, topBar } from "./layout.ts";
import { anotherPersonForm, introduction, type OwnerPlace } from "./owner-place.ts";

export interface OwnerPlan {
  readonly place: OwnerPlace;
  readonly view: HazardView;
  readonly commandId: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problem?: string;
}

export function ownerPlanPage(page: OwnerPlan): string {
  const { place, view, problem } = page;
  const here = `${place.base}/h/${view.hazard.id}`;
  const values = problem ? page.values : { ...begun(view), ...page.values };
  const area = (name: string, word: string, hint: string) =>
    html`<label class="field"><span class="field__label">${word}</span><textarea class="input" name="${name}" rows="3" required maxlength="2000" placeholder="${hint}">${values[name]}</textarea></label>`;
  const body = html`!${topBar(here, "治理方案（五落实）")}
<form class="filled" method="post" action="${here}/plan"><main class="phone__main">
!${problem ? note("late", problem) : ""}
<p class="lead">${shortened(view.hazard.description, 60)}</p><p class="soft">五样都要写；不花钱的，资金写0。街道和机构都看得到。</p>
<input type="hidden" name="commandId" value="${page.commandId}">
<label class="field"><span class="field__label">责任：谁负责</span><input class="input" name="responsible" required maxlength="80" value="${values.responsible}" placeholder="如：生产厂长何某"></label>
!${area("measures", "措施：怎么治理", "如：喷漆房停用，装可燃气体报警和防爆风机")}
<label class="field"><span class="field__label">资金：多少元</span><input class="input" name="fundsYuan" required inputmode="decimal" pattern="\\d{1,8}(\\.\\d{1,2})?" value="${values.fundsYuan}" placeholder="如：12000"></label>
<label class="field"><span class="field__label">时限：哪天完成</span><input class="input" name="finishOn" type="date" required min="${place.today}" value="${values.finishOn}"></label>
!${area("contingencyPlan", "预案：治理好前怎么防、出事怎么办", "如：断电挂牌，备灭火器，出事先撤人再报警")}
!${introduction(place, values)}</main>
<div class="phone__act"><button class="btn btn--primary btn--main" data-once>存下治理方案</button></div></form>!${anotherPersonForm(place, here)}`;
  return layout(place.look, { title: "治理方案", body });
}

function begun({ plans }: HazardView): Readonly<Record<string, string>> {
  const plan = standingPlan(plans);
  if (!plan) return {};
  const { responsible, measures, finishOn, contingencyPlan } = plan;
  return { responsible, measures, finishOn, contingencyPlan, fundsYuan: String(plan.fundsFen / 100) };
}
