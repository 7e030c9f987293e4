// The portal's other doors: sign-in by form, the community's list and its supervision, the enterprise's own people, and
// the public page of a proof code.
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount, grantMembership } from "#server/access/bootstrap.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { newId, ORIGIN, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let mine: Visited;
let other: Visited;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  mine = await inspect(subdistrict, subdistrict.first, 2);
  other = await inspect(subdistrict, subdistrict.second, 1);
});
afterAll(() => subdistrict.close());

const read = <T>(work: (db: Parameters<Parameters<typeof asActor<T>>[3]>[0]["db"]) => Promise<T>): Promise<T> =>
  asActor(subdistrict.office.instance.services.database, subdistrict.office.tenantId, systemActor("test"), ({ db }) =>
    work(db),
  );

function sendForm(url: string, fields: Record<string, string>, cookie = "", origin: string = ORIGIN) {
  const headers = { host: new URL(ORIGIN).host, origin, cookie, "content-type": "application/x-www-form-urlencoded" };
  const payload = new URLSearchParams(fields).toString();
  return subdistrict.office.app.inject({ method: "POST", url, headers, payload });
}

async function sendPhoto(person: Person, url: string, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const create = { width: 300, height: 200, channels: 3, background: "#386" } as const;
  const bytes = await sharp({ create }).jpeg().toBuffer();
  form.append("photo", new File([new Uint8Array(bytes)], "IMG.jpg", { type: "image/jpeg" }));
  const encoded = new Response(form);
  const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
  return person.request({ method: "POST", url, headers, payload: Buffer.from(await encoded.arrayBuffer()) });
}

test("signing in by form leads to where the role works, or to the page asked for, never to another site", async () => {
  const { services } = subdistrict.office.instance;
  const password = "Qinglan-2026-demo";
  const accountId = await createAccount(services, { login: "chen", displayName: "陈联络员（演示）", password });
  const { tenantId } = subdistrict.office;
  const scopeId = subdistrict.first.communityId;
  await grantMembership(services, tenantId, {
    accountId,
    role: "communityOfficer",
    displayName: "陈联络员（演示）",
    scopeId,
  });
  const enter = async (next: string) => {
    const answer = await sendForm("/sign-in", { login: "chen", password, next });
    return [answer.statusCode, answer.headers.location];
  };
  expect(await enter("")).toEqual([303, "/community"]);
  expect(await enter("/community?page=2")).toEqual([303, "/community?page=2"]);
  for (const away of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
    expect(await enter(away)).toEqual([303, "/community"]);
  const wrong = await sendForm("/sign-in", { login: "<b>chen", password: "x", next: "" });
  expect(wrong.statusCode).toBe(401);
  expect(wrong.body).toContain("账号或密码不对");
  expect(wrong.body).not.toContain("<b>chen");
  const foreign = await sendForm("/sign-in", { login: "chen", password }, "", "https://evil.example");
  expect(foreign.statusCode).toBe(403);
});

test("the demonstration's door does not exist outside the demonstration", async () => {
  const { accountId, membershipId } = subdistrict.officer;
  expect((await sendForm("/demonstration", { accountId, membershipId })).statusCode).toBe(404);
});

test("the community sees its own enterprises only and records a supervision in two taps", async () => {
  const { first, second } = subdistrict;
  const list = await first.communityOfficer.get("/community");
  expect(list.status).toBe(200);
  expect(list.text).toContain("恒达机械（演示）");
  expect(list.text).not.toContain("瑞木家具");
  expect((await first.communityOfficer.get(`/community/h/${other.hazardIds[0]}`)).status).toBe(404);
  expect((await first.communityOfficer.get(`/community/photo/${other.photos[0]?.slotId}`)).status).toBe(404);
  expect((await subdistrict.officer.get("/community")).status).toBe(403);
  expect((await first.communityOfficer.get(`/community/s/${first.siteId}`)).status).toBe(200);
  expect((await first.communityOfficer.get(`/community/s/${second.siteId}`)).status).toBe(404);
  const form =
    /<form class="filled" method="post" action="\/community\/supervise">.*?<\/form>/s.exec(list.text)?.[0] ?? "";
  const fields = Object.fromEntries(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const cookie = await first.communityOfficer.cookie();
  const tap = () => sendForm("/community/supervise", { ...fields, means: "call", note: "答应周五前改" }, cookie);
  const taps = await Promise.all([tap(), tap()]);
  const back = `/community?page=1&said=supervised&site=${first.siteId}`;
  expect(taps.map((one) => [one.statusCode, one.headers.location])).toEqual([
    [303, `${back}#s-${first.siteId}`],
    [303, `${back}#s-${first.siteId}`],
  ]);
  const after = await first.communityOfficer.get(back);
  const card = after.text.split(`id="s-${first.siteId}"`)[1] ?? "";
  expect(card.split("</section>")[0]).toContain("这次督促记下了");
  const rows = await read((db) => db.selectFrom("supervisions").selectAll().execute());
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ means: "call", byRole: "communityOfficer", enterpriseId: first.enterpriseId });
  const wrong = await sendForm(
    "/community/supervise",
    { commandId: newId(), siteId: second.siteId, hazardIds: "", means: "visit" },
    cookie,
  );
  expect(wrong.statusCode).toBe(422);
});

test("a proof handed in on behalf is marked as such", async () => {
  const { communityOfficer } = subdistrict.first;
  const here = `/community/h/${mine.hazardIds[0]}`;
  const sent = await sendPhoto(communityOfficer, `${here}/rectification`, {
    commandId: newId(),
    text: "厂里已清空通道",
  });
  expect([sent.status]).toEqual([303]);
  const acts = await read((db) =>
    db.selectFrom("hazardActs").selectAll().where("command", "=", "rectification.submit").execute(),
  );
  expect(acts[0]).toMatchObject({ onBehalf: true, actorRole: "communityOfficer", note: "厂里已清空通道" });
  expect((await communityOfficer.get(here)).text).toContain("（代企业）");
});

test("the enterprise's own people see the same pages under their name", async () => {
  const { office, first } = subdistrict;
  const owner = await office.addPerson("enterprisePrincipal", "何先生（演示）", { scopeId: first.enterpriseId });
  const list = await owner.get("/enterprise");
  expect([list.status, list.text.includes("瑞木家具")]).toEqual([200, false]);
  const here = `/enterprise/h/${mine.hazardIds[1]}`;
  expect((await owner.get(here)).text).toContain("以何先生（演示）（企业主要负责人）的名义交");
  expect((await owner.get(`/enterprise/h/${other.hazardIds[0]}`)).status).toBe(404);
  const sent = await sendPhoto(owner, `${here}/rectification`, { commandId: newId(), text: "" });
  expect(sent.status).toBe(303);
  expect((await subdistrict.officer.get("/enterprise")).status).toBe(403);
});

test("a proof code opens number, digest and state, and nothing of the enterprise", async () => {
  const proof = await read((db) =>
    db.selectFrom("documentProofs").selectAll().where("documentId", "=", mine.documentId).executeTakeFirstOrThrow(),
  );
  const ask = (url: string) => subdistrict.office.app.inject({ method: "GET", url });
  const page = await ask(`/p/${proof.proofCode}`);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain("有效");
  expect(page.body).toContain(proof.number);
  for (const hidden of ["恒达机械", "纸箱", "周工", "何先生"]) expect(page.body).not.toContain(hidden);
  expect((await ask(`/p?code=${proof.proofCode.toLowerCase()}`)).headers.location).toBe(`/p/${proof.proofCode}`);
  const unknown = await ask("/p/00000000000000000000");
  expect([unknown.statusCode, unknown.body.includes("没有这个查验码")]).toEqual([404, true]);
  const secret = await ask(`/p/${mine.linkSecret}`);
  expect(secret.statusCode).toBe(404);
});
