// A small subdistrict at work: two agencies, two communities, two enterprises, a scheme, a plan, and visits done as experts do them.
import { createHash, randomBytes } from "node:crypto";
import { defaultScheme } from "#domain/contract/scheme-parts.ts";
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import { inventedCreditCode as invent } from "#domain/organization/invented-credit-code.ts";
import { onSiteRecordData } from "#domain/visit/on-site-record-data.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { newId, openTestOffice, type Person, type TestOffice } from "./people.ts";

export interface Served {
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly name: string;
  readonly communityId: string;
  readonly agencyId: string;
  readonly communityOfficer: Person;
  readonly agencyLead: Person;
  readonly reviewer: Person;
  readonly expert: Person;
}

export interface Subdistrict {
  readonly office: TestOffice;
  readonly schemeId: string;
  readonly officer: Person;
  readonly officeLead: Person;
  readonly enforcement: Person;
  /** Two enterprises of two agencies in two communities. */
  readonly first: Served;
  readonly second: Served;
  close(): Promise<void>;
}

/** Service year 2026, planned from 1 April on; the clock stands at 09:00 on 13 April 2026, a Monday. */
export async function openSubdistrict(): Promise<Subdistrict> {
  const office = await openTestOffice("2026-04-01T01:00:00.000Z");
  const officer = await office.addPerson("officer", "陆科员（演示）");
  const officeLead = await office.addPerson("officeLead", "沈主任（演示）");
  const enforcement = await office.addPerson("enforcementOfficer", "韩队（演示）");
  const schemeId = newId();
  await officeLead.act("scheme.set", { schemeId, ...defaultScheme(2026) });
  const first = await addServed(office, officer, officeLead, schemeId, 1, "恒达机械（演示）");
  const second = await addServed(office, officer, officeLead, schemeId, 2, "瑞木家具（演示）");
  office.clock.moveTo("2026-04-13T01:00:00.000Z");
  return { office, schemeId, officer, officeLead, enforcement, first, second, close: () => office.close() };
}

async function addServed(
  office: TestOffice,
  officer: Person,
  officeLead: Person,
  schemeId: string,
  registerNo: number,
  name: string,
): Promise<Served> {
  const [enterpriseId, siteId, communityId] = [newId(), newId(), newId()];
  const agencyId = await office.addAgency(`第${registerNo}安全技术服务公司（演示）`);
  await officer.act("community.register", { communityId, name: `第${registerNo}村（演示）`, kind: "village" });
  await officer.act("enterprise.register", {
    ...{ enterpriseId, siteId, registerNo, name, communityId },
    creditCode: invent(registerNo),
    aboveScale: registerNo === 1,
    industryKind: "industrial",
    industry: "通用设备制造",
    mainRevenueFen: 3_000_000_000,
    address: `演示路${registerNo}号`,
    principalName: "何先生（演示）",
  });
  await officer
    .act("scope.recompute", {
      schemeId,
      decisions: [
        {
          decisionId: newId(),
          enterpriseId,
          decision: "in",
          ground: registerNo === 1 ? "a" : "b",
          effectiveFrom: "2026-04-01",
        },
      ],
    })
    .catch(() =>
      officer.act("scope.decide", {
        decisionId: newId(),
        enterpriseId,
        decision: "in",
        ground: "d",
        effectiveFrom: "2026-04-01",
        evidence: "安委会纪要〔2026〕1号（演示）",
      }),
    );
  await officer.act("enterprise.entrust", { enterpriseIds: [enterpriseId], agencyId });
  const of = (role: Parameters<TestOffice["addPerson"]>[0], who: string) =>
    office.addPerson(role, `${who}${registerNo}（演示）`, { scopeId: agencyId });
  const agencyLead = await of("agencyLead", "机构负责人");
  const reviewer = await of("agencyReviewer", "审核人");
  const expert = await of("expert", "周工");
  const communityOfficer = await office.addPerson("communityOfficer", `联络员${registerNo}（演示）`, {
    scopeId: communityId,
  });
  await officeLead.act("contract.conclude", {
    ...{
      contractId: newId(),
      schemeId,
      agencyId,
      number: `演示合同${registerNo}`,
      partyA: "青岚街道（演示）",
      partyB: "演示机构",
    },
    ...{ startsOn: "2026-04-01", endsOn: "2027-03-31", visitsOwed: 4, amountFen: 1_000_000, visitPriceFen: 250_000 },
    ...{ acceptanceRules: "按次验收", enterpriseIds: [enterpriseId] },
  });
  await officer.act("plan.make", {
    ...{ schemeId, enterpriseIds: [enterpriseId], fromDay: "2026-04-01" },
    experts: [{ membershipId: expert.membershipId, perDay: 4 }],
    officers: [{ membershipId: officer.membershipId, perDay: 4 }],
  });
  return { enterpriseId, siteId, name, communityId, agencyId, communityOfficer, agencyLead, reviewer, expert };
}

export interface Visited {
  readonly visitId: string;
  readonly hazardIds: readonly string[];
  readonly documentId: string;
  readonly linkSecret: string;
  readonly photos: readonly { readonly slotId: string; readonly sha256: string; readonly bytes: Buffer }[];
}

const ITEMS = ["XC-05-05", "XC-06-01", "JC-06-01", "XC-02-02", "JC-04-01", "XC-05-01", "XC-03-01", "JC-09-01"];

/** A photo that is not sent yet: its bytes are there, the server knows only the slot. */
export function photoArgs(clockNow: string, bytes: Buffer = randomBytes(64)) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const args = { slotId: newId(), sha256, bytes: bytes.length, takenAt: clockNow, source: "camera" as const };
  return { args, bytes, slotId: args.slotId, sha256 };
}

/** An inspection of the period's planned task: starts, is accompanied, finds hazards, finishes, is signed and served. */
export async function inspect(
  { office, officer }: Subdistrict,
  served: Served,
  hazards = 2,
  photo = photoArgs,
): Promise<Visited> {
  const { expert } = served;
  const now = office.clock.now();
  const task = await taskOf(office, served.enterpriseId, now.slice(0, 10));
  const visitId = newId();
  const options = { visit: visitId };
  await expert.act(
    "visit.start",
    {
      visitId,
      siteId: served.siteId,
      taskIds: [task.id],
      taskCode: task.code,
      kind: "inspection",
      arrived: { at: now },
    },
    options,
  );
  await expert.act("visit.accompany", { visitId, by: "officer", name: officer.name }, options);
  await expert.act("finding.record", { visitId, findings: [{ itemCode: "XC-06-02", result: "conform" }] }, options);
  const hazardIds: string[] = [];
  const photos: Visited["photos"][number][] = [];
  for (let sequence = 1; sequence <= hazards; sequence += 1) {
    const taken = photo(now);
    const hazardId = newId();
    photos.push(taken);
    hazardIds.push(hazardId);
    await expert.act("hazard.record", hazardArgs(visitId, hazardId, sequence, [taken.args]), options);
  }
  await expert.act(
    "visit.finish",
    { visitId, departedAt: now, enterprisePerson: { name: "何先生（演示）", role: "负责人" } },
    options,
  );
  const { documentId, linkSecret } = await serve(office, expert, visitId, officer.name);
  return { visitId, hazardIds, documentId, linkSecret, photos };
}

export function hazardArgs(visitId: string, hazardId: string, sequence: number, photos: readonly unknown[]) {
  return {
    ...{ hazardId, visitId, sequence, itemCode: ITEMS[(sequence - 1) % ITEMS.length], photos, severity: "general" },
    ...{
      place: `${sequence}号车间`,
      description: "通道堆放纸箱，宽度不足",
      advice: "清出通道并划线",
      standard: "疏散通道保持畅通",
    },
  };
}

/** Signs and serves the on-site record as the phone does: the digest is made from the rows the phone holds. */
export async function serve(
  office: TestOffice,
  expert: Person,
  visitId: string,
  accompanying: string,
  sequence = 1,
  printed: PrintedWords = {},
) {
  const servedAt = office.clock.now();
  const digest = await digestOf(office, visitId, sequence, servedAt, printed);
  const documentId = newId();
  const linkSecret = randomBytes(16).toString("base64url");
  const sign = (signer: string, name: string) => ({ signatureId: newId(), signer, name, signedAt: servedAt });
  await expert.act(
    "onSiteRecord.serve",
    {
      ...{ documentId, visitId, sequence, digest, ...printed },
      signatures: [
        sign("expert", expert.name),
        sign("accompanying", accompanying),
        sign("enterprise", "何先生（演示）"),
      ],
      accessLink: { linkId: newId(), secretHash: createHash("sha256").update(linkSecret).digest("hex") },
    },
    { visit: visitId, occurredAt: servedAt },
  );
  return { documentId, linkSecret };
}

type PrintedWords = Pick<Parameters<typeof onSiteRecordData>[1], "registry" | "names">;

export async function digestOf(
  office: TestOffice,
  visitId: string,
  sequence: number,
  servedAt: string,
  /** The names and the registry's words as a phone printed them; without them those of now. */
  printed: PrintedWords = {},
): Promise<string> {
  const { services } = office.instance;
  const { library } = await services.library();
  const data = await asActor(services.database, office.tenantId, systemActor("test"), async ({ db }) => {
    const visit = await db.selectFrom("visits").selectAll().where("id", "=", visitId).executeTakeFirstOrThrow();
    const tenant = await db.selectFrom("tenants").selectAll().where("id", "=", office.tenantId).executeTakeFirst();
    const scheme = await db.selectFrom("schemes").selectAll().executeTakeFirst();
    const engagement = await db
      .selectFrom("agencyEngagements")
      .selectAll()
      .where("agencyId", "=", visit.agencyId)
      .executeTakeFirst();
    const enterprise = await db
      .selectFrom("enterprises")
      .selectAll()
      .where("id", "=", visit.enterpriseId)
      .executeTakeFirst();
    const site = await db.selectFrom("sites").selectAll().where("id", "=", visit.siteId).executeTakeFirst();
    const community = await db
      .selectFrom("communities")
      .selectAll()
      .where("id", "=", visit.communityId)
      .executeTakeFirst();
    const expert = await db
      .selectFrom("memberships")
      .selectAll()
      .where("id", "=", visit.expertMembershipId)
      .executeTakeFirst();
    const findings = await db.selectFrom("findings").selectAll().where("visitId", "=", visitId).execute();
    const hazards = await db.selectFrom("hazards").selectAll().where("visitId", "=", visitId).execute();
    const citations = await db
      .selectFrom("hazardCitations")
      .selectAll()
      .where("enterpriseId", "=", visit.enterpriseId)
      .execute();
    const photos = await db.selectFrom("photoSlots").selectAll().where("visitId", "=", visitId).execute();
    const rows = {
      ...{ visit, tenant, scheme, engagement, enterprise, site },
      ...{ community, expert, findings, hazards, citations, photos },
    };
    return onSiteRecordData(rows, { sequence, servedAt, library, ...printed });
  });
  if (!data.ok) throw new Error(JSON.stringify(data.problem));
  return canonicalDigest(data.value);
}

export async function taskOf(office: TestOffice, enterpriseId: string, day: string) {
  const { services } = office.instance;
  return asActor(services.database, office.tenantId, systemActor("test"), ({ db }) =>
    db
      .selectFrom("tasks")
      .selectAll()
      .where("enterpriseId", "=", enterpriseId)
      .where("kind", "=", "inspection")
      .where("state", "=", "owed")
      .where("periodEndsOn", ">=", day)
      .orderBy("periodNo")
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
}
