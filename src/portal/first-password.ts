// Choosing one's own password in place of one that somebody else has seen. Until then nothing else is open.
import { html } from "ghtml";
import { MIN_PASSWORD } from "#api/session.ts";
import { type Appearance, note, statePage } from "./layout.ts";
import { doorway } from "./sign-in.ts";

export interface FirstPassword {
  readonly look: Appearance;
  readonly next: string;
  /** The password in use was given by somebody else. */
  readonly isFirst: boolean;
  readonly problem?: string;
}

export function firstPasswordPage(page: FirstPassword): string {
  const why = page.isFirst
    ? "您用的是别人给的初始密码，给您的人也知道它。先换成只有您知道的，再办别的事。"
    : "换好以后，别的设备会退出登录。";
  const field = (name: string, label: string, complete: string, hint = "") =>
    html`<label class="field"><span class="field__label">${label}</span>!${hint ? html`<span class="field__hint">${hint}</span>` : ""}<input class="input" type="password" name="${name}" required maxlength="200" autocomplete="${complete}"></label>`;
  const body = html`<section class="door__card"><h1>先改密码</h1><p class="soft">${why}</p>
!${page.problem ? note("late", page.problem) : ""}
<form class="filled" method="post" action="/sign-in/password"><input type="hidden" name="next" value="${page.next}">
!${field("current", "现在的密码", "current-password")}!${field("password", "新密码", "new-password", `至少${MIN_PASSWORD}位，一句好记的话最好`)}!${field("again", "再输一次新密码", "new-password")}
<button class="btn btn--primary btn--main" data-once>改好，进去</button></form>
<form method="post" action="/sign-out"><button class="btn btn--quiet">退出登录</button></form></section>`;
  return doorway(page.look, "先改密码", body);
}

/** Instead of a page that waits for the change. */
export function mustChangePage(look: Appearance): string {
  return statePage(look, {
    title: "先改密码",
    drawn: "alert",
    lines: ["您用的是别人给的初始密码，只能用来改密码。改好以后，这里的内容都能看、能办。"],
    more: html`<p><a class="btn btn--primary btn--main" href="/sign-in/password">去改密码</a></p>`,
  });
}
