// The referral package through the front door: who may fetch it, what it holds, and that a changed byte is named.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyPackageFile } from "#cli/verify-package.ts";
import { verifyPackage } from "#server/documents/verify-package.ts";
import { signHeads } from "#server/journal/sign-head.ts";
import { newId, ORIGIN, type Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let hazardId: string;
let secondId: string;
let referralId: string;
let zip: Uint8Array;
let folder: string;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  folder = mkdtempSync(join(tmpdir(), "bihuan-package-"));
  const { first } = subdistrict;
  [hazardId = "", secondId = ""] = (await inspect(subdistrict, first, 2)).hazardIds;
  referralId = newId();
  await first.expert.act("referral.propose", {
    ...{ hazardId, referralId, ground: "refusal", reason: "拒不整改" },
    refusal: { by: "何建国（演示）", words: "不改，你们去告", what: "rectification" },
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await subdistrict.close();
});

async function fetchZip(person: Person, id = referralId) {
  const response = await subdistrict.office.app.inject({
    url: `/api/v1/referrals/${id}/package.zip`,
    headers: { host: new URL(ORIGIN).host, cookie: await person.cookie() },
  });
  return { status: response.statusCode, raw: response.rawPayload };
}

test("there is no package before the office has decided, and never one for the agency", async () => {
  const { first, officer } = subdistrict;
  expect((await fetchZip(officer)).status).toBe(404);
  await officer.act("referral.decide", { hazardId, outcome: "refer", reason: "同意移送" });
  expect((await fetchZip(first.agencyLead)).status).toBe(403);
  expect((await fetchZip(first.expert)).status).toBe(403);
});

test("the package holds PDF, data, visits and a signed list of every file", async () => {
  const answer = await fetchZip(subdistrict.enforcement);
  expect(answer.status).toBe(200);
  zip = answer.raw;
  const { manifest, faults } = await verifyPackage(zip);
  expect(faults).toEqual([]);
  const paths = manifest?.files.map((file) => file.path) ?? [];
  expect(paths).toEqual(expect.arrayContaining(["移送材料.pdf", "移送材料.json", "检查记录.json", "督促记录.json"]));
  const data = JSON.parse((await (await JSZip.loadAsync(zip)).file("移送材料.json")?.async("string")) ?? "{}");
  expect(data.facts).toContain("不改，你们去告");
  expect(data.hazards[0].code).toBe(manifest?.hazardNumber);
});

test("a changed byte, a lost file, an added one and a forged list are each named", async () => {
  const changed = async (work: (made: JSZip) => void) => {
    const made = await JSZip.loadAsync(zip);
    work(made);
    return verifyPackage(await made.generateAsync({ type: "uint8array", compression: "STORE" }));
  };
  const text = (await (await JSZip.loadAsync(zip)).file("检查记录.json")?.async("string")) ?? "";
  expect((await changed((made) => made.file("检查记录.json", text.replace("[", "(")))).faults).toEqual([
    "检查记录.json: changed",
  ]);
  expect((await changed((made) => made.remove("移送材料.pdf"))).faults).toEqual(["移送材料.pdf: missing"]);
  expect((await changed((made) => made.file("多出来.txt", "?"))).faults).toEqual(["多出来.txt: not in the list"]);
  const list = JSON.parse((await (await JSZip.loadAsync(zip)).file("manifest.json")?.async("string")) ?? "{}");
  const forged = await changed((made) => made.file("manifest.json", JSON.stringify({ ...list, hazardNumber: "X" })));
  expect(forged.faults).toEqual(["manifest.json: the signature does not hold"]);
  expect((await verifyPackage(zip.slice(0, 500))).faults).toEqual(["not a ZIP file, or cut off"]);
});

test("a bit flipped within the files is found, wherever it lies", async () => {
  for (const at of [0.3, 0.5, 0.7].map((part) => Math.floor(zip.length * part))) {
    const bytes = Uint8Array.from(zip);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const { faults } = await verifyPackage(bytes);
    expect([at, faults.length > 0]).toEqual([at, true]);
  }
});

test("the command line compares the key with the signed heads", async () => {
  const { dataDir, clock, database } = subdistrict.office.instance.services;
  const path = join(folder, "package.zip");
  writeFileSync(path, zip);
  expect(await verifyPackageFile(path, join(folder, "elsewhere"))).toBe(0);
  await signHeads(database, clock, dataDir);
  expect(await verifyPackageFile(path, dataDir)).toBe(0);
  const bytes = Uint8Array.from(zip);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(await verifyPackageFile(path, dataDir)).toBe(1);
});

test("only a delegated item, in its days, goes to the subdistrict's own officers, and decision and package say so", async () => {
  const { first, officer, officeLead, enforcement } = subdistrict;
  const delegated = {
    name: "未按规定设置安全警示标志（演示）",
    legalBasis: "演示赋权清单第3项",
    validFrom: "2026-05-01",
  };
  const [later, running] = [newId(), newId()];
  expect((await officer.send("delegatedItem.record", { ...delegated, itemId: later })).problem?.code).toBe(
    "command.not_yours",
  );
  await officeLead.act("delegatedItem.record", { ...delegated, itemId: later });
  await officeLead.act("delegatedItem.record", { ...delegated, itemId: running, validFrom: "2026-04-01" });
  const id = newId();
  await first.expert.act("referral.propose", {
    ...{ hazardId: secondId, referralId: id, ground: "refusal", reason: "拒不整改" },
    refusal: { by: "何建国（演示）", words: "不改", what: "rectification" },
  });
  const page = (await officer.get(`/api/v1/hazards/${secondId}`)).json;
  expect(page.delegatedItems.map((item: { id: string }) => item.id)).toEqual([running]);
  const decision = { hazardId: secondId, outcome: "refer", reason: "赋权事项，自己办" };
  const early = await officer.send("referral.decide", { ...decision, delegatedItemId: later });
  expect(early.problem).toMatchObject({ code: "delegated.not_on_day", text: expect.stringContaining("5月1日") });
  await officer.act("referral.decide", { ...decision, delegatedItemId: running });
  const { raw } = await fetchZip(enforcement, id);
  const read = async (bytes: Uint8Array) =>
    JSON.parse((await (await JSZip.loadAsync(bytes)).file("移送材料.json")?.async("string")) ?? "{}").receiver;
  expect(await read(raw)).toContain("赋权事项：未按规定设置安全警示标志（演示）（依据：演示赋权清单第3项）");
  expect(await read(zip)).not.toContain("赋权");
  await officeLead.act("delegatedItem.end", { itemId: running, validTo: "2026-04-13", reason: "清单调整" });
  const { rows } = (await officer.get("/api/v1/delegated-items")).json;
  expect(
    rows.map((row: { id: string; runs: boolean; referrals: number }) => [row.id, row.runs, row.referrals]),
  ).toEqual([
    [later, false, 0],
    [running, true, 1],
  ]);
});
