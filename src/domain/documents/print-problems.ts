// What a person reads when a document cannot be printed.
import type { Label } from "../kernel/label.ts";

export const printProblems: Readonly<Record<string, Label>> = {
  "document.photo_missing": {
    zh: "还不能出文书：{name}的照片还没到服务器。到齐后再出，或由机构负责人确认遗失。",
    en: "The photo of {name} is not on the server yet.",
  },
  "document.render_failed": {
    zh: "文书没有生成，原因已记入日志。请稍后再试，或告诉管理员。",
    en: "The document could not be made.",
  },
};
