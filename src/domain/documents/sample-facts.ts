// Invented facts for tests and for templates/*/samples: nobody and nothing here exists. Made by counting, never by chance.

import type { FindingFacts } from "./checklist-summary.ts";
import type { CitationFacts } from "./citation.ts";
import type { HazardFacts } from "./hazard-entry.ts";
import type { InspectionReportFacts } from "./inspection-report.ts";
import type { OnSiteRecordFacts } from "./on-site-record.ts";
import type { PhotoFacts } from "./photo-entry.ts";
import type { ReferralPackageFacts } from "./referral-package.ts";
import { SAMPLE_HAZARDS } from "./sample-hazards.ts";
import type { VisitFacts } from "./visit-heading.ts";

/** Stands for a photo's SHA-256: the sample's place in line, in hexadecimal. */
export function samplePhotoId(index: number): string {
  return (index + 1).toString(16).padStart(64, "0");
}

export const SAMPLE_VISIT: VisitFacts = {
  subdistrict: "蜀山街道",
  scheme: "企业安全生产社会化服务",
  agency: "杭州湘湖安全技术服务有限公司",
  taskCode: "SS26-03-0117",
  periodName: "第3周期",
  enterprise: {
    name: "杭州镕堃五金机械有限公司",
    creditCode: "91330109MA2XXXX00X",
    principal: "陶喆",
    scaleText: "规下工业企业",
    trade: "金属制品业",
  },
  site: { name: "一号厂区", address: "萧山区蜀山街道创业路88号2幢1–2层（3,200㎡）", community: "湖头社区" },
  startedAt: "2026-11-23T01:10:00.000Z",
  endedAt: "2026-11-23T03:45:00.000Z",
  experts: [
    { name: "王堃", title: "注册安全工程师" },
    { name: "李镕", title: "安全生产标准化评审员" },
  ],
  accompanying: [{ name: "赵明", title: "街道安监办" }],
  enterprisePersons: [{ name: "陶喆", title: "总经理" }],
};

export const SAMPLE_LONG_VISIT: VisitFacts = {
  ...SAMPLE_VISIT,
  agency: "浙江省杭州市萧山区钱江世纪安全生产标准化技术咨询与职业健康评价服务集团股份有限公司第三分公司",
  enterprise: {
    ...SAMPLE_VISIT.enterprise,
    name: "杭州萧山蜀山街道镕堃喆高端精密五金机械设备制造与表面处理技术研究开发（集团）股份有限公司湘湖分公司",
    principal: "欧阳镕堃喆·阿卜杜热合曼",
    trade: "金属表面处理及热处理加工；通用设备制造业；金属工具制造",
  },
  site: {
    name: "三号厂区（承租杭州湘湖创新智能装备产业园管理有限公司厂房）",
    address: "浙江省杭州市萧山区蜀山街道湘湖创新智能装备产业园区一期工程东侧创业路1088号5幢1–3层及辅房（12,860㎡）",
    community: "湖头社区、黄家河村（跨界）",
  },
  accompanying: [],
  accompanimentReason: "防汛应急响应期间街道人员全部在岗值守，经安监办负责人电话同意，由专家单独检查",
};

const GROUPS = ["资质证照", "安全教育培训", "应急管理", "生产设备设施", "消防安全", "用电安全", "危险物品与涂装"];

export function sampleFindings(count: number): FindingFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    group: GROUPS[index % GROUPS.length] ?? "其他",
    result:
      index % 5 === 1 ? "nonconform" : index % 9 === 4 ? "notApplicable" : index % 13 === 6 ? "notChecked" : "conform",
  }));
}

function samplePhotos(hazard: number, perHazard: number): PhotoFacts[] {
  return Array.from({ length: perHazard }, (_, index) => ({
    sha256: samplePhotoId(hazard * perHazard + index),
    stage: index % 2 === 0 ? "found" : "fixed",
    takenAt: `2026-11-23T0${1 + Math.floor(index / 2)}:${String(10 + (hazard % 50)).padStart(2, "0")}:00.000Z`,
  }));
}

export function sampleHazards(count: number, photosEach: number): HazardFacts[] {
  return Array.from({ length: count }, (_, index) => {
    const shape = SAMPLE_HAZARDS[index % SAMPLE_HAZARDS.length];
    if (!shape) throw new RangeError("no sample hazards");
    const photos = shape.noPhotoReason ? [] : samplePhotos(index, photosEach);
    return {
      ...shape,
      code: `${SAMPLE_VISIT.taskCode}-${String(index + 1).padStart(2, "0")}`,
      photos: shape.fixedOnSite ? photos : photos.map((photo) => ({ ...photo, stage: "found" })),
    };
  });
}

export function sampleOnSiteRecord(visit: VisitFacts, hazards: number, findings: number): OnSiteRecordFacts {
  return {
    number: `${visit.taskCode}-1`,
    visit,
    findings: sampleFindings(findings),
    hazards: sampleHazards(hazards, 2),
    remarks: hazards > 0 ? "企业对所列情况无异议，已安排专人整改。" : null,
  };
}

export function sampleInspectionReport(visit: VisitFacts, hazards: number, carriedOver: number): InspectionReportFacts {
  return {
    number: "湘安检〔2026〕0317号",
    visit,
    onSiteRecordNumber: `${visit.taskCode}-1`,
    servedOn: "2026-11-23",
    findings: sampleFindings(42),
    hazards: sampleHazards(hazards, 2),
    carriedOver: Array.from({ length: carriedOver }, (_, index) => ({
      code: `SS26-02-0098-0${index + 1}`,
      place: "喷漆房",
      text: "喷漆房风机未用防爆型，开关装在喷漆房内。",
      foundOn: "2026-08-19",
      dueOn: "2026-09-03",
      round: index + 1,
      timesCarried: 1,
      statusText: "整改中，已逾期",
    })),
    advice:
      hazards > 0
        ? [
            "先处理用电与喷涂部位的隐患，再补齐台账；整改前安排专人看护，不带病作业。",
            "把配电箱、灭火器和疏散通道纳入班组每日巡查，谁巡查谁签字。",
          ]
        : [],
    draftedBy: { name: "王堃", at: "2026-11-23T08:20:00.000Z" },
  };
}

const PENALTIES: readonly CitationFacts[] = [
  {
    title: "安全生产法",
    instrumentNumber: "主席令第88号（2021修正）",
    article: "102",
    role: "direct",
    state: "inForce",
    summary: "未采取措施消除事故隐患的，责令立即消除或者限期消除，处五万元以下的罚款。",
  },
];

export function sampleReferralPackage(visit: VisitFacts, hazards: number, logLines: number): ReferralPackageFacts {
  const acts = ["送达现场检查记录", "督促整改", "到场复查，不合格", "准予延期", "提请执法"];
  return {
    number: "蜀安移〔2026〕12号",
    visit,
    receiver: "萧山区应急管理综合行政执法队",
    referredOn: "2026-12-20",
    decidedBy: "周正",
    ground: "threeFailedRounds",
    facts: "该企业喷漆房电气不防爆的隐患自2026年8月19日发现，经三次到场复查均未整改到位，期间已同意延期一次。",
    hazards: sampleHazards(hazards, 1),
    penalties: PENALTIES,
    serviceLog: Array.from({ length: logLines }, (_, index) => ({
      at: `2026-${String(9 + Math.floor(index / 14)).padStart(2, "0")}-${String(1 + (index % 14) * 2).padStart(2, "0")}T02:00:00.000Z`,
      act: acts[index % acts.length] ?? "督促整改",
      person: index % 2 === 0 ? "王堃" : "湖头社区 钱敏",
      document: index % 5 === 0 ? `${visit.taskCode}-1` : null,
    })),
    attachments: [
      { name: "现场检查记录", number: `${visit.taskCode}-1`, sha256: samplePhotoId(900) },
      { name: "隐患排查报告", number: "湘安检〔2026〕0317号", sha256: samplePhotoId(901) },
    ],
  };
}
