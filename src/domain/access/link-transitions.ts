// What may be done to an access link, in which state, by whom. Reading needs the link only.
import { rowOf, type TransitionRow } from "../visit/transition-row.ts";
import type { LinkState } from "./access-link.ts";

export type LinkCommand = "accessLink.issue" | "accessLink.delegate" | "accessLink.revoke" | "accessLink.introduce";

export const linkTransitions: readonly TransitionRow<LinkCommand, LinkState>[] = [
  {
    command: "accessLink.issue",
    from: [null],
    to: "valid",
    by: ["expert", "officer"],
    requires: { zh: "检查已收尾", en: "A finished visit" },
  },
  {
    command: "accessLink.delegate",
    from: ["valid"],
    to: null,
    by: ["linkHolder", "enterprisePrincipal", "enterpriseStaff"],
    requires: { zh: "选中的隐患和转给谁", en: "Chosen hazards, and for whom" },
  },
  {
    command: "accessLink.revoke",
    from: ["valid", "expired"],
    to: "revoked",
    by: ["officer", "expert", "agencyLead"],
    requires: { zh: "原因", en: "Reason" },
  },
  {
    command: "accessLink.introduce",
    from: ["valid"],
    to: null,
    by: ["linkHolder"],
    requires: { zh: "姓名和职务", en: "Name and role" },
  },
];

export function linkRow(command: LinkCommand) {
  return rowOf(linkTransitions, command);
}

export function mayOnLink(command: LinkCommand, state: LinkState): boolean {
  return linkRow(command).from.includes(state);
}
