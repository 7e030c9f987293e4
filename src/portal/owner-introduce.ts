// Asked once a device, before the first write: who is it that says “received”?
import { html } from "ghtml";
import { layout, note, topBar } from "./layout.ts";
import { introduction, type OwnerPlace } from "./owner-place.ts";

export interface Introduce {
  readonly place: OwnerPlace;
  /** Where the act goes that waits for the name. */
  readonly action: string;
  /** The act's own fields, carried along. */
  readonly hidden: Readonly<Record<string, string | undefined>>;
  readonly button: string;
  readonly back: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problem?: string;
}

export function ownerIntroducePage(page: Introduce): string {
  const hidden = Object.entries(page.hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const body = html`!${topBar(page.back, "先说一下您是谁")}
<form class="filled" method="post" action="${page.action}">
<main class="phone__main">!${page.problem ? note("late", page.problem) : ""}
<p class="soft">不用注册，不用密码。姓名和职务会写在“经过”里，让街道和专家知道是谁收到的。</p>
!${hidden}!${introduction(page.place, page.values)}</main>
<div class="phone__act"><button class="btn btn--primary btn--main" data-once>${page.button}</button></div></form>`;
  return layout(page.place.look, { title: "先说一下您是谁", body });
}
