// Words of access links as a person reads them.
import type { Label } from "../kernel/label.ts";
import type { LinkCommand } from "./link-transitions.ts";

export const LINK_COMMAND_LABELS: Readonly<Record<LinkCommand, Label>> = {
  "accessLink.issue": { zh: "补发办事链接", en: "Issue access link" },
  "accessLink.delegate": { zh: "转给同事办", en: "Pass to a colleague" },
  "accessLink.revoke": { zh: "停用办事链接", en: "Revoke access link" },
  "accessLink.introduce": { zh: "写姓名和职务", en: "Say who you are" },
};
