// Forwarding to the electrician is the workflow: choose hazards, say for whom, get a link that shows only those.
import { html } from "ghtml";
import { dueChip } from "./due-chip.ts";
import { type HazardInList, shortened } from "./hazard-view.ts";
import { icon } from "./icons.ts";
import { layout, note, topBar } from "./layout.ts";
import { anotherPersonForm, introduction, type OwnerPlace } from "./owner-place.ts";

export interface OwnerDelegate {
  readonly place: OwnerPlace;
  readonly hazards: readonly HazardInList[];
  readonly commandId: string;
  /** The new link's secret; it is stored hashed only once the form is sent. */
  readonly secret: string;
  readonly chosen: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problem?: string;
}

const SHOWN = 60;

export function ownerDelegatePage(page: OwnerDelegate): string {
  const { place, values } = page;
  const lines = page.hazards
    .slice(0, SHOWN)
    .map(
      ({ hazard }) =>
        html`<label class="line line--pick"><input type="checkbox" name="hazardIds" value="${hazard.id}" !${page.chosen.includes(hazard.id) ? "checked" : ""}><span class="grow"><span class="line__t">${shortened(hazard.description, 40)}</span><br><span class="line__s">${shortened(hazard.place, 24)}</span></span>!${dueChip(hazard, place.today)}</label>`,
    );
  const body = html`!${topBar(place.base, "转给同事去办")}
<form class="filled" method="post" action="${place.base}/delegate"><main class="phone__main">
!${page.problem ? note("late", page.problem) : ""}
<p class="soft">选几条，得到一个新链接，发给他就行。他只看得到选中的这几条，也能拍照交上来。</p>
<input type="hidden" name="commandId" value="${page.commandId}"><input type="hidden" name="secret" value="${page.secret}">
<fieldset class="bare"><legend class="h-sec">转哪几条</legend><div class="panel">!${lines}</div></fieldset>!${page.hazards.length > SHOWN ? html`<p class="line__s">一次最多列${SHOWN}条；其余的销号一些后再转。</p>` : ""}
<label class="field"><span class="field__label">转给谁</span><input class="input" name="label" required maxlength="40" placeholder="如：电工老陈" value="${values.label}"></label>
!${introduction(place, values)}</main>
<div class="phone__act"><button class="btn btn--primary btn--main" data-once>生成链接</button></div></form>!${anotherPersonForm(place, `${place.base}/delegate`)}`;
  return layout(place.look, { title: "转给同事去办", body });
}

/** The new link, to copy by hand where there is no script. */
export function ownerDelegatedPage(page: { place: OwnerPlace; label: string; count: number; address: string }): string {
  const message = `${page.label}，这${page.count}条隐患请你去改，改好在里面拍照：${page.address}`;
  const body = html`!${topBar(page.place.base, "链接好了")}
<main class="phone__main">!${note("ok", `已转给${page.label}，共${page.count}条`)}
<label class="field"><span class="field__label">长按全选、复制，发给他</span><textarea class="input copied" rows="5" readonly data-copy-from>${message}</textarea></label>
<button class="btn btn--main" type="button" data-copy hidden>复制这段话</button>
<p class="line__s">链接只在这里出现一次，请现在就发。谁拿到它，谁就看得到这${page.count}条；发错了，请专家停用。</p></main>
<div class="phone__act"><a class="btn btn--primary btn--main" href="${page.place.base}">!${icon("left")}回到清单</a></div>`;
  return layout(page.place.look, { title: "链接好了", body });
}
