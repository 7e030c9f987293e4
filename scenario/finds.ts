// What inspectors of the story find: catalogue items, where in the plant, and which drawn scene shows it.
import type { SceneName } from "./photos.ts";

export interface Find {
  readonly itemCode: string;
  readonly scene: SceneName;
  readonly places: readonly string[];
}

const SHOPS = ["一车间", "二车间", "三车间", "包装车间"] as const;
const MACHINES = ["冲压区3号机", "机加工区7号机", "一车间南侧", "下料区"] as const;
const STORES = ["成品仓库", "原料仓库", "一楼仓库", "辅料库"] as const;
const OFFICE = ["安全管理办公室", "综合办公室", "厂办公室"] as const;

const of = (scene: SceneName, places: readonly string[], ...codes: readonly string[]): Find[] =>
  codes.map((itemCode) => ({ itemCode, scene, places }));

/** Found on site, with a photo always. */
export const ON_SITE: readonly Find[] = [
  ...of("electricalBox", SHOPS, "XC-06-01", "XC-06-02", "XC-06-03", "XC-06-04", "XC-06-05", "XC-06-06", "XC-06-09"),
  ...of("electricalBox", ["配电房", "总配电间"], "XC-06-08"),
  ...of("extinguisher", SHOPS, "XC-05-01", "XC-05-02", "XC-05-03", "XC-05-04"),
  ...of("blockedExit", SHOPS, "XC-05-05", "XC-05-06", "XC-05-14"),
  ...of(
    "unguardedMachine",
    MACHINES,
    "XC-02-01",
    "XC-02-02",
    "XC-02-03",
    "XC-02-04",
    "XC-02-05",
    "XC-02-06",
    "XC-02-09",
  ),
  ...of("unguardedMachine", MACHINES, "XC-04-01", "XC-04-02"),
  ...of("warehouse", STORES, "XC-03-02", "XC-03-07", "XC-05-11", "XC-05-12", "XC-05-19"),
  ...of("warehouse", ["厂区北侧", "装卸区"], "XC-03-05", "XC-05-07"),
  ...of("gasCylinders", ["焊接区", "维修间"], "XC-04-05"),
];

/** At sites with the tag only. */
export const TAGGED: Readonly<Record<string, readonly Find[]>> = {
  锅炉: of("gasCylinders", ["锅炉房"], "XC-01-07"),
  危化品: of("sprayBooth", ["危化品暂存间"], "XC-11-01", "XC-11-04", "XC-11-17"),
  喷涂: of("sprayBooth", ["喷漆房", "调漆间"], "XC-11-07", "XC-11-13", "XC-07-03"),
  有限空间: of("warehouse", ["污水站", "循环水池"], "XC-08-03", "XC-08-04"),
  粉尘: of("warehouse", ["打磨车间"], "XC-07-07", "XC-07-02"),
};

/** Found in the papers; where there is no paper there is nothing to photograph. */
export const RECORDS: readonly Find[] = [
  ...of("recordsFolder", OFFICE, "JC-02-01", "JC-02-02", "JC-03-01", "JC-03-02", "JC-03-03", "JC-04-01", "JC-04-02"),
  ...of("recordsFolder", OFFICE, "JC-04-03", "JC-04-04", "JC-05-01", "JC-05-02", "JC-06-01", "JC-06-02", "JC-06-03"),
  ...of("recordsFolder", OFFICE, "JC-07-01", "JC-07-02", "JC-07-03", "JC-07-05", "JC-08-02", "JC-09-01", "JC-09-03"),
  ...of("recordsFolder", OFFICE, "JC-09-05", "JC-09-07", "JC-09-08", "JC-06-06"),
];

/** Tags of the subdistrict's list as the catalogue's checklist knows them. */
export const SITE_TAGS_OF = {
  锅炉: ["boiler", "specialEquipment"],
  危化品: ["hazardousChemicals"],
  喷涂: ["coating", "occupationalHazard"],
  有限空间: ["confinedSpace"],
  粉尘: ["combustibleDust", "occupationalHazard"],
} as const;
