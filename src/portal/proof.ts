// The public page of a document's proof code: number, digest, valid or void. No hazards, no enterprise, no person.
import { html } from "ghtml";
import { printedProofCode } from "#domain/access/proof-code.ts";
import { spokenDay } from "#domain/calendar/local-date.ts";
import { FORM_LABELS } from "#domain/documents/labels.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { icon, logo } from "./icons.ts";
import { type Appearance, fold, layout } from "./layout.ts";

export interface Proof {
  readonly look: Appearance;
  readonly proof: Row<"documentProofs">;
  readonly officeName: string;
}

function frame(look: Appearance, title: string, body: string): string {
  const top = html`<header class="door__top"><span class="logo">!${logo}<span>闭环<span class="logo__sub">文书查验</span></span></span><a class="btn btn--quiet" href="?type=${look.largeType ? "normal" : "large"}">${look.largeType ? "标准字" : "大字"}</a></header>`;
  return layout(look, {
    title,
    width: "wide",
    body: html`!${top}<main class="door">!${body}</main><footer class="door__foot">这里只告诉您文书是真是假、有没有作废。内容只给企业、街道和机构看。</footer>`,
  });
}

function kindOf(kind: string): string {
  const labels: Readonly<Record<string, { readonly zh: string }>> = FORM_LABELS;
  return labels[kind]?.zh ?? "文书";
}

export function proofPage({ look, proof, officeName }: Proof): string {
  const valid = proof.state === "valid";
  const verdict = valid
    ? html`<div class="verdict verdict--ok">!${icon("shield")}<div><h1>有效</h1><p>这份文书由本系统签发，没有作废。</p></div></div>`
    : html`<div class="verdict verdict--void">!${icon("void")}<div><h1>已作废</h1><p>这份文书签发过，后来作废了，请以重新签发的为准。</p></div></div>`;
  const row = (word: string, value: string) => html`<div class="fact"><dt>${word}</dt><dd>${value}</dd></div>`;
  const digest = (word: string, value: string) =>
    html`<div class="fact"><dt>${word}</dt><dd class="mono">!${groups(value)}</dd></div>`;
  const day = Number(proof.issuedOn.slice(0, 4));
  const body = html`<section class="door__card door__card--broad">!${verdict}
<dl class="facts">!${row("文书", kindOf(proof.kind))}!${row("文号", proof.number)}!${row("签发日期", `${day}年${spokenDay(proof.issuedOn)}`)}!${row("所属街道", officeName)}!${row("查验码", printedProofCode(proof.proofCode))}!${digest("内容摘要（SHA-256）", proof.dataDigest)}!${proof.pdfSha256 ? digest("PDF文件摘要（SHA-256）", proof.pdfSha256) : ""}</dl>
!${fold("ask", "怎么核对手里这一份", html`<ol class="how"><li>看文号，和上面的是不是一样。</li><li>看纸上印的内容摘要，头几位和末几位对得上就行。</li><li>手里是PDF文件的，算出它的SHA-256，和上面的PDF文件摘要比。差一个字，摘要就全变。</li></ol>`)}
</section>`;
  return frame(look, valid ? "文书有效" : "文书已作废", body);
}

/** Sixty-four characters in groups that the eye can follow; copied, they are still one word. */
function groups(hex: string): string {
  return (hex.match(/.{1,8}/g) ?? []).map((part) => html`<span class="hex">${part}</span>`).join("<wbr>");
}

export function proofAskPage(page: { look: Appearance; typed: string; problem?: string }): string {
  const error = page.problem ? html`<span class="field__error">!${icon("alert")}${page.problem}</span>` : "";
  const body = html`<section class="door__card"><h1>查文书真伪</h1>
<form class="filled" method="get" action="/p"><label class="field ${page.problem ? "field--bad" : ""}"><span class="field__label">查验码</span><span class="field__hint">印在文书右下角，5组、每组4个字母或数字</span><input class="input mono" name="code" value="${page.typed}" required maxlength="40" autocapitalize="characters" autocomplete="off" spellcheck="false" placeholder="K7Q2-9XTM-…">!${error}</label>
<button class="btn btn--primary btn--main">查一查</button></form></section>`;
  return frame(page.look, "查文书真伪", body);
}
