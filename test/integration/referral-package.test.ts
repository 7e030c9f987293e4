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
let referralId: string;
let zip: Uint8Array;
let folder: string;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  folder = mkdtempSync(join(tmpdir(), "bihuan-package-"));
  const { first } = subdistrict;
  hazardId = (await inspect(subdistrict, first, 1)).hazardIds[0] ?? "";
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

async function fetchZip(person: Person) {
  const response = await subdistrict.office.app.inject({
    url: `/api/v1/referrals/${referralId}/package.zip`,
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
