// Words of a visit as a person reads them.

import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";
import type { PhotoState, VisitStatus } from "./statuses.ts";

export const VISIT_STATUS_LABELS: Readonly<Record<VisitStatus, Label>> = {
  started: { zh: "检查中", en: "Under way" },
  finished: { zh: "已收尾", en: "Finished" },
};

export const VISIT_KIND_LABELS: Readonly<Record<Row<"visits">["kind"], Label>> = {
  inspection: { zh: "排查", en: "Inspection" },
  reinspection: { zh: "复查", en: "Re-inspection" },
};

/** R8: who of the subdistrict came along. */
export const ACCOMPANIED_BY_LABELS: Readonly<Record<NonNullable<Row<"visits">["accompaniedBy"]>, Label>> = {
  officer: { zh: "街道安监人员", en: "Subdistrict officer" },
  memberUnit: { zh: "成员单位", en: "Member unit" },
  communityOfficer: { zh: "村社区联络员", en: "Community officer" },
  none: { zh: "无人陪同", en: "Nobody" },
};

export const FINDING_RESULT_LABELS: Readonly<Record<Row<"findings">["result"], Label>> = {
  conform: { zh: "符合", en: "Conforms" },
  nonconform: { zh: "不符合", en: "Does not conform" },
  notApplicable: { zh: "不适用", en: "Does not apply" },
  notChecked: { zh: "没查", en: "Not checked" },
};

export const PHOTO_STATE_LABELS: Readonly<Record<PhotoState, Label>> = {
  expected: { zh: "还在手机上", en: "Still on the phone" },
  stored: { zh: "已收到", en: "Received" },
  declaredLost: { zh: "已报遗失", en: "Declared lost" },
};

export const VISIT_COMMAND_LABELS = {
  "visit.start": { zh: "到场开始", en: "Start visit" },
  "visit.accompany": { zh: "记录陪同人", en: "Record who accompanies" },
  "finding.record": { zh: "记录检查结果", en: "Record findings" },
  "visit.finish": { zh: "收尾", en: "Finish visit" },
  "onSiteRecord.serve": { zh: "签字并送达现场检查记录", en: "Sign and serve the on-site record" },
  "photo.store": { zh: "照片入库", en: "Store photo" },
  "photo.declareLost": { zh: "报照片遗失", en: "Declare photo lost" },
  "photo.confirmLost": { zh: "确认照片遗失", en: "Confirm photo lost" },
} as const satisfies Record<string, Label>;
