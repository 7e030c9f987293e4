// Signing in, choosing under which membership to act, and, in the demonstration alone, signing in as a person of the story.
import { html } from "ghtml";
import { icon, logo } from "./icons.ts";
import { type Appearance, layout, note } from "./layout.ts";

export interface SignIn {
  readonly look: Appearance;
  readonly next: string;
  readonly login: string;
  readonly problem?: string;
  /** Link to the demonstration's persons, only there. */
  readonly demonstration: boolean;
}

/** The frame of the pages before one is in. */
export function doorway(look: Appearance, title: string, body: string): string {
  const large = look.largeType
    ? '<a class="btn btn--quiet" href="?type=normal">标准字</a>'
    : '<a class="btn btn--quiet" href="?type=large">大字</a>';
  return layout(look, {
    title,
    width: "wide",
    body: html`<header class="door__top"><span class="logo">!${logo}<span>闭环<span class="logo__sub">企业安全隐患排查与整改</span></span></span>!${large}</header>
<main class="door">!${body}</main>
<footer class="door__foot">企业不用登录：点开专家发来的办事链接就能看、就能交。<span class="sep">·</span><a href="/p">查文书真伪</a></footer>`,
  });
}

export function signInPage(page: SignIn): string {
  const demo = page.demonstration ? html`<p><a href="/demonstration">演示：选一个人进去看看</a></p>` : "";
  const body = html`<section class="door__card"><h1>登录</h1>
!${page.problem ? note("late", page.problem) : ""}
<form class="filled" method="post" action="/sign-in"><input type="hidden" name="next" value="${page.next}">
<label class="field"><span class="field__label">账号</span><input class="input" name="login" value="${page.login}" required maxlength="100" autocomplete="username" autocapitalize="none" spellcheck="false"></label>
<label class="field"><span class="field__label">密码</span><input class="input" type="password" name="password" required maxlength="200" autocomplete="current-password"></label>
<button class="btn btn--primary btn--main" data-once>登录</button></form>
<p class="line__s">账号由街道或机构的管理员开。忘了密码，请管理员重设。</p>!${demo}</section>`;
  return doorway(page.look, "登录", body);
}

export interface Choice {
  readonly tenantId: string;
  readonly membershipId: string;
  readonly tenantName: string;
  readonly roleLabel: string;
  readonly scopeName: string | null;
}

/** One person, several hats: which one now? */
export function chooseMembershipPage(page: {
  look: Appearance;
  name: string;
  next: string;
  choices: readonly Choice[];
}): string {
  const lines = page.choices.map(
    (one) =>
      html`<form method="post" action="/sign-in/membership"><input type="hidden" name="next" value="${page.next}"><input type="hidden" name="tenantId" value="${one.tenantId}"><input type="hidden" name="membershipId" value="${one.membershipId}"><button class="line line--button">!${icon("person")}<span class="grow"><span class="line__t">${one.roleLabel}</span><br><span class="line__s">${one.tenantName}${one.scopeName ? `，${one.scopeName}` : ""}</span></span>!${icon("right")}</button></form>`,
  );
  const none = html`<p class="soft">这个账号现在没有身份，可能任期已过。请管理员看一下。</p>`;
  const body = html`<section class="door__card"><h1>${page.name}，今天以哪个身份办事？</h1><div class="panel">!${lines.length > 0 ? lines : none}</div>
<form method="post" action="/sign-out"><button class="btn btn--quiet">退出登录</button></form></section>`;
  return doorway(page.look, "选身份", body);
}

export interface StoryPerson {
  readonly accountId: string;
  readonly membershipId: string;
  readonly name: string;
  readonly roleLabel: string;
  readonly tenantName: string;
  readonly scopeName: string | null;
}

/** The demonstration's door: everyone of the story by role, one tap each. Nobody in it exists. */
export function demonstrationPage(page: {
  look: Appearance;
  groups: readonly { title: string; people: readonly StoryPerson[] }[];
}): string {
  const groups = page.groups.map((group) => {
    const people = group.people.map(
      (one) =>
        html`<form method="post" action="/demonstration"><input type="hidden" name="accountId" value="${one.accountId}"><input type="hidden" name="membershipId" value="${one.membershipId}"><button class="line line--button">!${icon("person")}<span class="grow"><span class="line__t">${one.name}</span><br><span class="line__s">${one.roleLabel}，${one.scopeName ?? one.tenantName}</span></span>!${icon("right")}</button></form>`,
    );
    return html`<section><h2 class="h-sec">${group.title}</h2><div class="panel">!${people}</div></section>`;
  });
  const body = html`<section class="door__wide"><h1>以谁的身份看？</h1><p class="soft">人、企业和隐患都是编的。点一个名字就进去，看完退出再换一个。<a href="/sign-in?form=1">用账号登录</a></p><div class="door__groups">!${groups}</div></section>`;
  return doorway(page.look, "演示", body);
}
