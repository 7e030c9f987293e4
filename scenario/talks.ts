// R2: what the agency does beside inspecting, for the subdistrict and for enterprises: each is a service record like a visit.
import { newId } from "./person.ts";
import type { World } from "./world.ts";

type Talk = readonly [
  monthDay: string,
  kind: "technical" | "management" | "education",
  audience: "subdistrict" | "enterprise",
  title: string,
  place: string,
  attendees: number,
  summary: string,
];

const TALKS: readonly Talk[] = [
  [
    "04-03",
    "technical",
    "subdistrict",
    "重点行业风险研判",
    "街道四楼会议室",
    14,
    "按行业列出辖区企业的主要风险，商定首轮排查的检查清单和先后。",
  ],
  [
    "04-08",
    "management",
    "subdistrict",
    "社会化服务制度和表单",
    "街道四楼会议室",
    11,
    "讲解检查、督促、复查、移送的分工和各自的时限。",
  ],
  [
    "04-16",
    "technical",
    "enterprise",
    "粉尘和喷涂企业现场指导",
    "桐坞村文化礼堂",
    26,
    "讲粉尘清扫、通风和防爆电气，到两家企业车间看了实例。",
  ],
  [
    "04-22",
    "management",
    "enterprise",
    "台账资料怎么建",
    "柳溪村文化礼堂",
    43,
    "责任制、操作规程、培训记录和应急预案的范本与常见毛病。",
  ],
  [
    "05-10",
    "education",
    "subdistrict",
    "推进会暨安全生产月动员大会",
    "街道四楼会议室",
    168,
    "通报首轮隐患排查情况，讲常见隐患和治理建议。",
  ],
  [
    "05-21",
    "education",
    "enterprise",
    "企业负责人和安全员培训",
    "街道四楼会议室",
    96,
    "讲全员责任制和隐患自查自改，当场答疑。",
  ],
];

/** Plans the year's talks; those before the story's first day are held on it. */
export function planTalks(world: World): void {
  for (const [monthDay, kind, audience, title, place, attendees, summary] of TALKS) {
    // R2 broken: nobody is ever taught.
    if (world.sabotage === "R2" && kind === "education") continue;
    const heldOn = `${world.year}-${monthDay}`;
    const args = { serviceRecordId: newId(), kind, audience, title, heldOn, place, attendees, summary };
    world.agenda.on(heldOn, "office", () => world.cast.agencyLead.act("service.record", args));
  }
}
