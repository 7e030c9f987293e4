// The frame of every portal page. Pure: what goes in comes out escaped. One small stylesheet, one optional script;
// nothing inline, so the content policy holds. Everything works without the script.
import { html } from "ghtml";
import { icon, logo, spriteFor } from "./icons.ts";

/** How this device wants its pages, and which version of stylesheet and script they ask for. */
export interface Appearance {
  readonly largeType: boolean;
  readonly version: string;
}

export interface Page {
  readonly title: string;
  readonly body: string;
  /** 'phone' is one column; 'wide' is the public width. */
  readonly width?: "phone" | "wide";
}

export function layout(look: Appearance, page: Page): string {
  const markup = html`<!doctype html>
<html lang="zh-CN" !${look.largeType ? 'data-type="large"' : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${page.title} - 闭环</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/portal.css?v=${look.version}">
<script src="/portal.js?v=${look.version}" defer></script>
</head>
<body class="app-phone">
!${spriteFor(page.body)}
<div class="${page.width === "wide" ? "wide" : "phone"}">
!${page.body}
</div>
</body>
</html>
`;
  return markup.toWellFormed();
}

/** Name of the product and the switch to large type. */
export function brandBar(look: Appearance): string {
  return html`<div class="row row--between brandbar"><span class="logo">!${logo}<span>闭环</span></span>!${typeSwitch(look)}</div>`;
}

function typeSwitch(look: Appearance): string {
  return look.largeType
    ? html`<a class="btn btn--quiet" href="?type=normal">标准字</a>`
    : html`<a class="btn btn--quiet" href="?type=large">大字</a>`;
}

/** The bar of an inner page: back, what it is, and something small at the right. */
export function topBar(back: string, title: string, right = ""): string {
  return html`<header class="phone__top"><a class="back" href="${back}" aria-label="返回">!${icon("left")}</a><h1>${title}</h1><span class="phone__right">!${right}</span></header>`;
}

/** A note with its own sentence; `kind` says how bad. */
export function note(kind: "ok" | "soon" | "late" | "plain", title: string, text = ""): string {
  const drawn = { ok: "done", soon: "glass", late: "alert", plain: "ask" } as const;
  const role = kind === "late" ? "alert" : "status";
  return html`<div class="note note--${kind}" role="${role}">!${icon(drawn[kind])}<div><div class="note__title">${title}</div>!${text ? html`<div class="soft">${text}</div>` : ""}</div></div>`;
}

/** A line folded shut until someone wants it. */
export function fold(drawn: Parameters<typeof icon>[0], summary: string, body: string, open = false): string {
  return html`<details class="fold" !${open ? "open" : ""}><summary>!${icon(drawn)}${summary}!${icon("down", "fold__arrow")}</summary><div class="fold__body">!${body}</div></details>`;
}

/** A page with one matter, one sentence and at most one way on. */
export function statePage(
  look: Appearance,
  words: { title: string; lines: readonly string[]; drawn: Parameters<typeof icon>[0]; more?: string },
): string {
  const lines = words.lines.map((line) => html`<p class="soft">${line}</p>`);
  const body = html`<header class="owner__top">!${brandBar(look)}</header>
<main class="phone__main"><section class="state">!${icon(words.drawn)}<h1>${words.title}</h1>!${lines}!${words.more ?? ""}</section></main>`;
  return layout(look, { title: words.title, body });
}
