// Service records in words: of which kind, for whom.
import type { Label } from "#domain/kernel/label.ts";
import type { ServiceRecords } from "#domain/rows.generated.ts";

export const serviceKindWords: Readonly<Record<ServiceRecords["kind"], Label>> = {
  technical: { zh: "技术服务", en: "Technical" },
  management: { zh: "管理服务", en: "Management" },
  education: { zh: "宣传教育", en: "Education" },
};

export const serviceAudienceWords: Readonly<Record<ServiceRecords["audience"], Label>> = {
  subdistrict: { zh: "为街道", en: "For the subdistrict" },
  enterprise: { zh: "为企业", en: "For enterprises" },
};
