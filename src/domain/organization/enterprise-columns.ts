// The columns an office's enterprise list may have, what they are called, and which field a written head means.
import type { Label } from "../kernel/label.ts";
import { compact } from "./half-width.ts";

export const enterpriseFields = [
  "name",
  "creditCode",
  "mainRevenue",
  "aboveScale",
  "industryCode",
  "industry",
  "community",
  "employees",
  "safetyOfficerPhone",
  "safetyOfficerName",
  "principalPhone",
  "principalName",
  "standardizationValidTo",
  "standardizationCertificateNo",
  "standardizationGrade",
  "riskLevel",
  "address",
  "tags",
  "remark",
  "serial",
] as const;
export type EnterpriseField = (typeof enterpriseFields)[number];

/** How sure the guess is: the name itself, a name like it, the column's contents, or a person's choice. */
export type ColumnConfidence = "exact" | "similar" | "contents" | "chosen";

interface FieldNames {
  readonly label: Label;
  /** Names as offices write them, compact and without what stands in brackets. The first found wins over later ones. */
  readonly exact: readonly string[];
  readonly similar?: RegExp;
}

export const enterpriseColumns: Readonly<Record<EnterpriseField, FieldNames>> = {
  name: {
    label: { zh: "企业名称", en: "Enterprise name" },
    exact: ["企业名称", "单位名称", "企业全称", "单位全称", "公司名称", "企业名", "企业", "单位", "名称"],
    similar: /^(?!.*(负责|法人|法定|联系|安全|员)).*(企业|单位|公司|厂|商户).*名/,
  },
  creditCode: {
    label: { zh: "统一社会信用代码", en: "Unified social credit code" },
    exact: ["统一社会信用代码", "社会信用代码", "统一信用代码", "信用代码", "统一代码"],
    similar: /信用代码|营业执照.*[号码]|组织机构代码/,
  },
  mainRevenue: {
    label: { zh: "主营收入", en: "Main-business revenue" },
    exact: ["年主营业务收入", "主营业务收入", "年主营收入", "主营收入"],
    similar: /主营.*收入|营业收入|年收入/,
  },
  aboveScale: {
    label: { zh: "是否规上", en: "Above scale" },
    exact: [
      "是否规上",
      "是否规模以上",
      "是否规上企业",
      "规上",
      "规上/规下",
      "规上规下",
      "规模以上",
      "规模",
      "企业规模",
    ],
    similar: /规上|规模/,
  },
  industryCode: {
    label: { zh: "行业代码", en: "Industry code" },
    exact: ["行业代码", "国民经济行业代码"],
    similar: /行业.*(代码|编码)/,
  },
  industry: {
    label: { zh: "行业", en: "Industry" },
    exact: ["行业名称", "行业", "所属行业", "行业类别", "行业门类", "所属行业类别"],
    similar: /行业(?!主管)|主要产品|经营范围/,
  },
  community: {
    label: { zh: "村（社区）", en: "Village or community" },
    exact: [
      "所属村",
      "所属村社",
      "所属村社区",
      "所属社区",
      "村社",
      "村社区",
      "村居",
      "所在村",
      "所在村社",
      "属地",
      "村",
      "社区",
    ],
    similar: /^(所属|所在)?(村|社区|村居)|属地/,
  },
  employees: {
    label: { zh: "从业人数", en: "Employees" },
    exact: ["从业人数", "从业人员", "从业人员数", "职工人数", "员工人数", "员工数", "人数"],
    similar: /(从业|职工|员工|用工).*[人数]/,
  },
  safetyOfficerPhone: {
    label: { zh: "安全管理员电话", en: "Safety officer's phone" },
    exact: ["安全管理员电话", "安全员电话"],
    similar: /安全.*(电话|手机|联系方式)/,
  },
  safetyOfficerName: {
    label: { zh: "安全管理员", en: "Safety officer" },
    exact: ["安全管理员", "安全员", "安全管理人员", "安全负责人"],
    similar: /^(专职|兼职)?安全.*(员|人|姓名)$/,
  },
  principalPhone: {
    label: { zh: "负责人电话", en: "Principal's phone" },
    exact: ["主要负责人电话", "负责人电话", "联系电话", "手机", "手机号码", "手机号", "电话", "联系方式"],
    similar: /电话|手机|联系方式/,
  },
  principalName: {
    label: { zh: "主要负责人", en: "Principal" },
    exact: [
      "主要负责人",
      "企业负责人",
      "单位负责人",
      "负责人",
      "负责人姓名",
      "法定代表人",
      "法人代表",
      "法人",
      "联系人",
    ],
    similar: /负责人|法定代表|法人|联系人/,
  },
  standardizationValidTo: {
    label: { zh: "标准化有效期", en: "Standardization valid to" },
    exact: ["标准化有效期", "标准化到期日", "标准化有效期至"],
    similar: /标准化.*(有效|到期)/,
  },
  standardizationCertificateNo: {
    label: { zh: "标准化证书编号", en: "Standardization certificate" },
    exact: ["标准化证书编号", "标准化证书号"],
    similar: /标准化.*(证书|编号)/,
  },
  standardizationGrade: {
    label: { zh: "标准化等级", en: "Standardization grade" },
    exact: ["标准化等级", "安全生产标准化等级", "安全标准化等级", "标准化"],
    similar: /标准化/,
  },
  address: {
    label: { zh: "地址", en: "Address" },
    exact: ["生产经营地址", "经营地址", "实际经营地址", "详细地址", "企业地址", "单位地址", "地址", "注册地址", "住所"],
    similar: /地址|住所/,
  },
  riskLevel: {
    label: { zh: "风险等级", en: "Risk level" },
    exact: ["风险等级", "四色等级", "风险颜色", "企业风险等级"],
    similar: /风险.*(等级|颜色|四色)|四色/,
  },
  tags: {
    label: { zh: "重点标签", en: "Tags" },
    exact: ["重点标签", "标签", "重点类别", "风险标签", "危险因素", "重点领域"],
    similar: /标签/,
  },
  remark: { label: { zh: "备注", en: "Remark" }, exact: ["备注", "说明", "备注说明"] },
  serial: { label: { zh: "序号", en: "No." }, exact: ["序号", "序", "编号", "no", "no."] },
};

/** Head as compared: compact, small letters, without years, stars, colons, and brackets with what is in them. */
function comparableHead(head: string): string {
  return compact(head)
    .toLowerCase()
    .replace(/[（([【][^）)\]】]*[）)\]】]/g, "")
    .replace(/(19|20)\d\d年度?|上年度?|本年度?/g, "")
    .replace(/[*:：]/g, "");
}

/** How well a head means a field: 0 is the field's first name, then its other names, then 100 for a similar one; undefined if not. */
export function findHeadRank(head: string, field: EnterpriseField): number | undefined {
  const plain = comparableHead(head);
  if (plain === "") return undefined;
  const { exact, similar } = enterpriseColumns[field];
  const index = exact.indexOf(plain);
  if (index >= 0) return index;
  return similar?.test(plain) ? 100 : undefined;
}

/** The field a head means: an exact name of any field before a similar name of one; undefined when none fits. */
export function findFieldOfHead(head: string): { field: EnterpriseField; rank: number } | undefined {
  let best: { field: EnterpriseField; rank: number } | undefined;
  for (const field of enterpriseFields) {
    const rank = findHeadRank(head, field);
    if (rank !== undefined && (best === undefined || (rank < 100 && best.rank === 100))) best = { field, rank };
  }
  return best;
}

/** The year a head names, such as 2025 in “2025年主营业务收入”. */
export function findYearOfHead(head: string): number | undefined {
  const year = /(?:19|20)\d\d/.exec(compact(head))?.[0];
  return year === undefined ? undefined : Number(year);
}
