// A link nobody knows: made on a phone that has not come back to the signal yet, or copied incompletely.
import { html } from "ghtml";
import { type Appearance, statePage } from "./layout.ts";

export function notUploadedPage(look: Appearance): string {
  return statePage(look, {
    title: "检查结果还没有传上来",
    drawn: "clock",
    lines: [
      "专家可能还在没有信号的地方，内容都在他的手机里，不会丢。一般当天就能看到。",
      "签过字的纸上写着隐患和期限，可以先照着改。",
      "过了一天还是这样，多半是链接没有复制完整，请向来检查的专家再要一次。",
    ],
    more: html`<p><a class="btn btn--main" href="">再看一次</a></p>`,
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
