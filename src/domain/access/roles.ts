// Who works in the scheme, in which scope their rows lie, and where they work. Design: one membership at a time.
import type { Label } from "../kernel/label.ts";

export const roles = [
  "officer",
  "officeLead",
  "memberUnit",
  "communityOfficer",
  "agencyLead",
  "agencyReviewer",
  "expert",
  "enterprisePrincipal",
  "enterpriseStaff",
  "linkHolder",
  "enforcementOfficer",
  "leader",
  "observer",
  "tenantAdmin",
  "platformAdmin",
  "lawEditor",
  "auditor",
  "public",
  "system",
] as const;
export type Role = (typeof roles)[number];

/** What `app.scope` says of an actor: which rows the second wall lets through. */
export type Scope = "office" | "agency" | "community" | "enterprise" | "people" | "rollups" | "open";

export const roleScope: Readonly<Record<Role, Scope>> = {
  officer: "office",
  officeLead: "office",
  memberUnit: "office",
  leader: "office",
  enforcementOfficer: "office",
  auditor: "office",
  system: "office",
  agencyLead: "agency",
  agencyReviewer: "agency",
  expert: "agency",
  communityOfficer: "community",
  enterprisePrincipal: "enterprise",
  enterpriseStaff: "enterprise",
  linkHolder: "enterprise",
  tenantAdmin: "people",
  platformAdmin: "people",
  lawEditor: "people",
  observer: "rollups",
  public: "open",
};

export const roleLabels: Readonly<Record<Role, Label>> = {
  officer: { zh: "街道安监人员", en: "Subdistrict officer" },
  officeLead: { zh: "安监办负责人", en: "Office lead" },
  memberUnit: { zh: "成员单位", en: "Member unit" },
  communityOfficer: { zh: "村社区联络员", en: "Community officer" },
  agencyLead: { zh: "机构负责人", en: "Agency lead" },
  agencyReviewer: { zh: "机构审核人", en: "Agency reviewer" },
  expert: { zh: "专家", en: "Expert" },
  enterprisePrincipal: { zh: "企业主要负责人", en: "Principal" },
  enterpriseStaff: { zh: "企业安全管理员", en: "Enterprise staff" },
  linkHolder: { zh: "办事链接持有人", en: "Link holder" },
  enforcementOfficer: { zh: "执法人员", en: "Enforcement officer" },
  leader: { zh: "领导小组", en: "Leading group" },
  observer: { zh: "区级观察员", en: "Observer" },
  tenantAdmin: { zh: "街道管理员", en: "Tenant administrator" },
  platformAdmin: { zh: "平台管理员", en: "Platform administrator" },
  lawEditor: { zh: "法规编辑", en: "Law editor" },
  auditor: { zh: "审计", en: "Auditor" },
  public: { zh: "公众", en: "Public" },
  system: { zh: "系统", en: "System" },
};

/** The account, link or job that acts, in the one role it acts in now. */
export interface Actor {
  readonly kind: "member" | "link" | "system" | "public";
  /** Membership, link-holder or job name; unique within the tenant. */
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** Agency, community, enterprise or division that bounds the rows; null for the whole tenant. */
  readonly scopeId: string | null;
  /** For an access link: the link, and the hazards it is cut down to (null is all of its visit). */
  readonly linkId?: string;
}

/** The platform's own tenant: accounts, agencies and the law are written there. */
export const platformTenantId = "00000000-0000-7000-8000-000000000001";
