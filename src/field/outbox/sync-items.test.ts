import { describe, expect, it } from "vitest";
import type { OutboxCommand, OutboxPhoto } from "../store/field-database.ts";
import { badgeWords, syncView } from "./sync-items.ts";

function command(id: string, name: string, state: OutboxCommand["state"] = "waiting", visit = "a"): OutboxCommand {
  const common = {
    scope: "m",
    tenantId: "t",
    text: "{}",
    changes: [],
    about: "",
    enterprise: "恒达机械",
    photoCount: 0,
  };
  return { ...common, id, name, state, visitId: visit, lane: `m/${visit}`, occurredAt: "2026-11-23T01:30:00.000Z" };
}

function photo(commandId: string, state: OutboxPhoto["state"] = "waiting"): OutboxPhoto {
  const common = { scope: "m", tenantId: "t", slotId: commandId, enterprise: "恒达机械", failures: 0, retryAt: 0 };
  const blob = new Blob(["12345"]);
  return { ...common, sha256: commandId, kind: "working", blob, commandId, takenAt: "2026-11-23T01:30:00.000Z", state };
}

describe("the outbox as a person reads it", () => {
  it("counts what belongs together once: a visit's ticks, its hazards, its photos", () => {
    const ticks = Array.from({ length: 30 }, (_, index) => command(`f${index}`, "finding.record"));
    const hazards = [command("h1", "hazard.record"), command("h2", "hazard.record"), command("x", "hazard.fixOnSite")];
    const view = syncView([command("s", "visit.start"), ...ticks, ...hazards], [photo("h1"), photo("h2")]);
    expect(view.waiting.map((item) => item.title)).toEqual(["到场", "检查结果30次", "隐患2条", "照片2张"]);
    expect(badgeWords(view)).toEqual({ look: "local", text: "仅在本机4项" });
  });

  it("says first what needs a person, and holds its photos apart", () => {
    const view = syncView([command("h1", "hazard.record", "refused"), command("s", "visit.start")], [photo("h1")]);
    expect(badgeWords(view)).toEqual({ look: "stuck", text: "1项要您处理" });
    expect(view.waiting.map((item) => item.title)).toEqual(["到场"]);
  });

  it("is quiet when all arrived or was let rest", () => {
    const commands = [command("s", "visit.start", "delivered"), command("h", "hazard.record", "dismissed")];
    const view = syncView(commands, [photo("s", "stored"), photo("h", "kept")]);
    expect(badgeWords(view)).toEqual({ look: "done", text: "都已送达" });
    expect(view.arrived.map((item) => item.title)).toEqual(["到场"]);
  });
});
