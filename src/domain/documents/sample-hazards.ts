// Invented hazards for tests and samples, shaped like the catalogue's: data only.
import type { HazardFacts } from "./hazard-entry.ts";

const SAFETY_LAW = { title: "安全生产法", instrumentNumber: "主席令第88号（2021修正）", state: "inForce" } as const;
const FIRE_LAW = { title: "消防法", instrumentNumber: "主席令第81号（2021修正）", state: "inForce" } as const;
const HALF_MONTH = { rule: "scheme.default", days: 15, dueOn: "2026-12-08" } as const;
const AT_ONCE = { rule: "expert.shorter", days: 0, dueOn: "2026-11-23" } as const;

export const SAMPLE_HAZARDS: readonly Omit<HazardFacts, "photos" | "code">[] = [
  {
    place: "冲压车间东墙1#配电箱",
    text: "配电箱前堆放纸箱约3㎡，箱门无法打开；箱内无挡板，带电体外露。",
    family: "onSite",
    severity: "general",
    advice: "移走箱前堆物，地面划出1.0 m禁放区；装好内挡板，箱门贴当心触电标志。",
    standard: "线路设备防护合格，箱前通道畅通，伸手可开门断电。",
    citations: [
      {
        title: "低压配电设计规范",
        instrumentNumber: "GB 50054-2011",
        article: "7.1.2",
        role: "standard",
        state: "inForce",
      },
      { ...SAFETY_LAW, article: "36", role: "direct" },
    ],
    deadline: AT_ONCE,
    fixedOnSite: true,
  },
  {
    place: "2#仓库南门",
    text: "两具灭火器被周转箱遮挡，取不到。",
    family: "onSite",
    severity: "general",
    advice: "移开周转箱，灭火器放在明显、便于取用处，地面划红框。",
    standard: "灭火器明显易取，不影响疏散。",
    citations: [
      {
        title: "消防设施通用规范",
        instrumentNumber: "GB 55036-2022",
        article: "10.0.4",
        role: "direct",
        state: "inForce",
      },
    ],
    deadline: HALF_MONTH,
    fixedOnSite: false,
  },
  {
    place: "办公楼二层安全办",
    text: "新员工培训只有签到表，没有内容和考核记录；喷漆工镕某、喆某未见职业卫生培训记录。",
    family: "records",
    severity: "general",
    advice: "补做培训与考核，一人一档记录时间、内容、人员、考核结果。",
    standard: "如实记录安全教育培训。",
    citations: [{ ...SAFETY_LAW, article: "28", role: "direct" }],
    deadline: HALF_MONTH,
    fixedOnSite: false,
    noPhotoReason: "documentsAbsent",
  },
  {
    place: "机加工区3号皮带传动机",
    text: "皮带轮外露，无防护罩；操作侧无急停按钮。",
    family: "onSite",
    severity: "general",
    advice: "装牢固的防护罩，加装急停并试验有效后再开机。",
    standard: "旋转传动件须有防护，人不能触及。",
    citations: [
      {
        title: "机械安全 生产设备安全卫生设计总则",
        instrumentNumber: "GB 5083-2023",
        article: "6.2.1",
        role: "standard",
        state: "inForce",
      },
      { ...SAFETY_LAW, article: "36", role: "fallback" },
    ],
    deadline: { rule: "expert.shorter", days: 7, dueOn: "2026-11-30" },
    fixedOnSite: false,
  },
  {
    place: "喷漆房",
    text: "喷漆房内存放稀释剂6桶（约120 L），排风机停用，电气开关为普通型。",
    family: "onSite",
    severity: "suspectedMajor",
    advice: "先停止喷涂，稀释剂移至专用柜，当班用量之外不进喷漆房；请有资质的单位更换防爆电气、恢复排风。",
    standard: "喷漆区域通风有效、电气防爆、可燃物限当班用量。",
    citations: [
      {
        title: "涂装作业安全规程 喷漆室安全技术规定",
        instrumentNumber: "GB 14444-2025",
        article: "全文",
        role: "conditional",
        state: "dateUnknown",
      },
      { ...SAFETY_LAW, article: "36", role: "fallback" },
    ],
    deadline: { rule: "expert.shorter", days: 3, dueOn: "2026-11-26" },
    fixedOnSite: false,
  },
  {
    place: "1#厂房北侧疏散通道",
    text: "疏散通道堆放托盘，净宽不足0.8 m，出口指示标志不亮。",
    family: "onSite",
    severity: "general",
    advice: "清空通道并划线，修复出口标志，交接班时查一次。",
    standard: "疏散通道、安全出口畅通，标志照明完好。",
    citations: [{ ...FIRE_LAW, article: "28", role: "direct" }],
    deadline: AT_ONCE,
    fixedOnSite: true,
  },
];
