// A link nobody knows. The phone makes the secret before it has a signal, so a secret not yet uploaded and one that was
// never made cannot be told apart: the page says both, and neither is presented as the fact.
import { html } from "ghtml";
import { type Appearance, statePage } from "./layout.ts";

export function notUploadedPage(look: Appearance): string {
  return statePage(look, {
    title: "这个链接现在还打不开",
    drawn: "clock",
    lines: [
      "可能是检查专家还没上传：他在没有信号的地方，内容都在他的手机里，不会丢，一般当天就能看到。",
      "也可能是链接抄错了、没有复制完整：请回到收到的那条消息重新点开，或再扫一次码。",
      "签过字的纸上写着隐患和期限，可以先照着改。过了一天还打不开，请向来检查的专家或街道再要一次链接。",
    ],
    more: html`<p><a class="btn btn--main" href="">再看一次</a></p>`,
  });
}

/** Too many links that nobody knows, from one address. */
export function tooManyGuessesPage(look: Appearance, minutes: number): string {
  return statePage(look, {
    title: "请过一会儿再打开",
    drawn: "clock",
    lines: [
      `这个网络上刚才有人连着打开许多不存在的链接。为了不让人乱猜，这里先停${minutes}分钟。`,
      "您的链接没有失效，到时候再点开就行；急用可以换成手机流量。",
    ],
  });
}

/** Something that was never a link. */
export function notALinkPage(look: Appearance): string {
  return statePage(look, {
    title: "链接不完整",
    drawn: "alert",
    lines: ["地址里少了几个字，打不开。请回到收到的那条消息，从头到尾复制一次，或请专家再发。"],
  });
}

/** The link is good, the thing asked for is not behind it. */
export function notBehindLinkPage(look: Appearance, base: string): string {
  return statePage(look, {
    title: "没有找到这一条",
    drawn: "ask",
    lines: ["它不在您的链接里：可能已经转给别人，或是另一次检查的。"],
    more: html`<p><a class="btn btn--primary btn--main" href="${base}">回到清单</a></p>`,
  });
}
