// A link that no longer opens: revoked, or thirty days past the last closing. Nothing of the enterprise is shown.
import { type Appearance, statePage } from "./layout.ts";

export function linkRevokedPage(look: Appearance): string {
  return statePage(look, {
    title: "这个链接已停用",
    drawn: "void",
    lines: [
      "发链接的人把它停了，多半是发错了人，或换了新的。已经交上来的照片都还在。",
      "要接着办，请向来检查的专家或街道安监办要一个新链接。",
    ],
  });
}

export function linkExpiredPage(look: Appearance): string {
  return statePage(look, {
    title: "这个链接已到期",
    drawn: "done",
    lines: ["里面的隐患都已销号，又过了30天，链接就自动关了。", "想再看当时的记录，请专家或街道安监办补发一个。"],
  });
}
