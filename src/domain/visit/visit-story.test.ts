// One visit from arrival to released report, with the hazard's own commands in between.
import { expect, it } from "vitest";
import {
  EXPERT,
  ground,
  id,
  LEAD,
  LIBRARY,
  NOW,
  REVIEWER,
  SITE,
  SYSTEM,
  sha,
  task,
  VISIT,
} from "../../../test/stories/sample-visit.ts";
import { World } from "../../../test/stories/visit-world.ts";
import type { Actor } from "../access/roles.ts";
import { schemeOn } from "../calendar/rectification-deadline.ts";
import { commands, findCommand } from "../commands.ts";
import { canonicalDigest } from "../documents/canonical-digest.ts";
import { onSiteRecordData } from "./on-site-record-data.ts";

it("goes from arrival to a released report", () => {
  expect(commands.length).toBeGreaterThan(0);
  const world = new World(ground(), {
    tasks: [task(31), task(32, { kind: "supervision" }), task(33, { kind: "reinspection" })],
  });
  const act = (name: string, args: unknown, by: Actor = EXPERT) => {
    const command = findCommand(name);
    if (!command) throw new RangeError(name);
    const result = world.run(command, args, by);
    expect(result.ok ? "ok" : `${name}: ${JSON.stringify(result.problem)}`).toBe("ok");
  };
  const picture = { slotId: id(51), sha256: sha(51), bytes: 9000, takenAt: NOW, source: "camera" };
  act("visit.start", {
    visitId: VISIT,
    siteId: SITE,
    taskIds: [id(31)],
    taskCode: "T31",
    kind: "inspection",
    arrived: { at: "2026-11-23T09:30:00+08:00" },
  });
  act("visit.accompany", { visitId: VISIT, by: "officer", name: "陆科员" });
  act("finding.record", {
    visitId: VISIT,
    findings: [
      { itemCode: "XC-01-01", result: "nonconform" },
      { itemCode: "XC-02-01", result: "conform" },
    ],
  });
  act("hazard.record", {
    hazardId: id(41),
    visitId: VISIT,
    sequence: 1,
    itemCode: "XC-01-01",
    place: "一车间配电箱",
    description: "配电箱前堆放纸箱",
    advice: "清走纸箱",
    standard: "箱前留出通道",
    photos: [picture],
    severity: "general",
  });
  act("visit.finish", { visitId: VISIT, departedAt: NOW, enterprisePerson: { name: "何先生", role: "主要负责人" } });
  const data = onSiteRecordData(
    {
      visit: world.get("visits", VISIT),
      findings: world.all("findings"),
      hazards: world.all("hazards"),
      citations: world.all("hazardCitations"),
      photos: world.all("photoSlots"),
      tenant: world.all("tenants")[0],
      scheme: schemeOn(world.all("schemes"), "2026-11-23"),
      engagement: world.all("agencyEngagements")[0],
      enterprise: world.all("enterprises")[0],
      site: world.all("sites")[0],
      community: world.all("communities")[0],
      expert: world.all("memberships")[0],
    },
    { sequence: 1, servedAt: NOW, library: LIBRARY },
  );
  if (!data.ok) throw new Error(data.problem.code);
  act("onSiteRecord.serve", {
    documentId: id(61),
    visitId: VISIT,
    sequence: 1,
    digest: canonicalDigest(data.value),
    signatures: ["expert", "accompanying", "enterprise"].map((signer, index) => ({
      signatureId: id(81 + index),
      signer,
      name: signer,
      signedAt: NOW,
    })),
    accessLink: { linkId: id(60), secretHash: sha(60) },
  });
  expect(world.get("hazards", id(41))).toMatchObject({
    servedAt: NOW,
    rectificationDue: "2026-12-08",
    holder: "enterprise",
  });
  act("report.draft", { documentId: id(65), visitId: VISIT }, SYSTEM);
  act("photo.store", { sha256: sha(51), which: "working" }, SYSTEM);
  act("report.review", { documentId: id(65) }, REVIEWER);
  act("report.release", { documentId: id(65) }, LEAD);
  act("document.attach", { documentId: id(65), pdfSha256: sha(9), templateVersion: "1" }, SYSTEM);
  expect(world.all("documents").map(({ number, state }) => `${number} ${state}`)).toEqual([
    "T31-1 issued",
    "RT31 issued",
  ]);
  expect(world.all("tasks").map(({ state, windowTo }) => `${state} ${windowTo}`)).toEqual([
    "fulfilled null",
    "owed 2026-11-30",
    "owed 2026-12-22",
  ]);
});
