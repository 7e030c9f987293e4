// The people of the story. All invented; every name is marked.
import { inventedCommunities } from "#cli/invented-enterprises.ts";
import { platformTenantId } from "#domain/access/roles.ts";
import { newId, type Person } from "./person.ts";
import type { NewPerson, Stage } from "./stage.ts";

export interface Community {
  readonly id: string;
  readonly name: string;
  readonly officer: Person;
}

export interface Cast {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly officeLead: Person;
  /** Those who accompany and decide for the office. */
  readonly officers: readonly Person[];
  readonly memberUnits: readonly Person[];
  readonly enforcement: Person;
  readonly agencyLead: Person;
  readonly reviewer: Person;
  readonly experts: readonly Person[];
  readonly communities: readonly Community[];
  /** Everybody who can be signed in as, in the order of the page. */
  readonly everybody: readonly Person[];
}

export const SUBDISTRICT = "青岚街道（演示）";
const AGENCY = "安衡安全技术服务有限公司（演示）";

const EXPERTS: readonly (readonly [string, string])[] = [
  ["周工（演示）", "注册安全工程师"],
  ["吴工（演示）", "注册安全工程师"],
  ["郑工（演示）", "电气工程师"],
  ["王工（演示）", "机械工程师"],
  ["冯工（演示）", "消防工程师"],
  ["陈工（演示）", "化工工程师"],
];

/** Grants every role of the story; communities are registered by an officer. */
export async function gatherCast(stage: Stage, tenantId: string, expertCount: number): Promise<Cast> {
  const agencyId = newId();
  await stage.addAgency(tenantId, agencyId, AGENCY);
  const add = (person: NewPerson) => stage.addPerson(tenantId, person);
  const officeLead = await add({ role: "officeLead", name: "沈主任（演示）", title: "安监办主任" });
  const officers = [
    await add({ role: "officer", name: "陆科员（演示）", title: "安监办" }),
    await add({ role: "officer", name: "钟科员（演示）", title: "安监办" }),
    await add({ role: "officer", name: "裘科员（演示）", title: "安监办" }),
  ];
  const memberUnits = [
    await add({ role: "memberUnit", name: "童队员（演示）", title: "消安办" }),
    await add({ role: "memberUnit", name: "章科员（演示）", title: "城管科" }),
  ];
  const enforcement = await add({ role: "enforcementOfficer", name: "韩队（演示）", title: "应急管理综合执法队" });
  const leader = await add({ role: "leader", name: "组长（演示）", title: "领导小组" });
  const admin = await add({ role: "tenantAdmin", name: "管理员（演示）" });
  const auditor = await add({ role: "auditor", name: "审计（演示）" });
  // Law belongs to the platform and not to a subdistrict.
  const lawEditor = await stage.addPerson(platformTenantId, { role: "lawEditor", name: "法规编辑（演示）" });
  const agencyLead = await add({ role: "agencyLead", name: "机构负责人（演示）", scopeId: agencyId });
  const reviewer = await add({ role: "agencyReviewer", name: "审核人（演示）", scopeId: agencyId });
  const experts: Person[] = [];
  for (const [name, title] of EXPERTS.slice(0, expertCount))
    experts.push(await add({ role: "expert", name, title, scopeId: agencyId }));
  const communities = await registerCommunities(stage, tenantId, officeLead);
  const office = [officeLead, ...officers, ...memberUnits, leader, enforcement];
  const agency = [agencyLead, reviewer, ...experts];
  return {
    ...{ agencyId, agencyName: AGENCY, officeLead, officers, memberUnits, enforcement },
    ...{ agencyLead, reviewer, experts, communities },
    everybody: [...office, ...agency, ...communities.map(({ officer }) => officer), admin, auditor, lawEditor],
  };
}

async function registerCommunities(stage: Stage, tenantId: string, officeLead: Person): Promise<Community[]> {
  const communities: Community[] = [];
  for (const name of inventedCommunities) {
    const id = newId();
    const kind = name.endsWith("村") ? "village" : "residentialCommunity";
    await officeLead.act("community.register", { communityId: id, name: `${name}（演示）`, kind });
    const person = { role: "communityOfficer", name: `${name}联络员（演示）`, scopeId: id } as const;
    communities.push({ id, name, officer: await stage.addPerson(tenantId, person) });
  }
  return communities;
}
