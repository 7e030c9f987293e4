// What is refused on access links: what is, why, what to do.
import type { Label } from "../kernel/label.ts";

export const accessProblems = {
  "accessLink.visit_not_finished": {
    zh: "{enterprise}的检查还没收尾，还没有隐患可办。请收尾后再发链接。",
    en: "The visit to {enterprise} is not finished, so there is nothing to open yet. Finish it first.",
  },
  "accessLink.secret_taken": {
    zh: "这个链接已经发过，没有再发。请重新生成一个。",
    en: "This link exists already. Make a new one.",
  },
  "accessLink.revoked": {
    zh: "这个办事链接已停用，不能再办。请联系检查您厂的专家补发。",
    en: "This link was revoked. Ask your inspector for a new one.",
  },
  "accessLink.expired": {
    zh: "这个办事链接已到期：隐患都已销号，又过了30天。要再看，请联系专家补发。",
    en: "This link has expired: its hazards were closed more than 30 days ago. Ask your inspector for a new one.",
  },
  "accessLink.already_revoked": {
    zh: "这个链接已经停用，不用再停。",
    en: "This link was revoked before. Nothing is left to do.",
  },
  "accessLink.not_yours": {
    zh: "只能转您手上这个链接里的隐患。请从自己的链接里选。",
    en: "You can pass on only what your own link opens. Choose from there.",
  },
  "accessLink.hazard_not_in_link": {
    zh: "选中的隐患里有{count}条不在您的链接里，没有转出。请重新选。",
    en: "{count} of the chosen hazards are not in your link, so nothing was passed on. Choose again.",
  },
} as const satisfies Record<string, Label>;
