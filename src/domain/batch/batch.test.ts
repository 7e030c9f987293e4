import { expect, it } from "vitest";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { agencyId, contextOf, idOf, people, tenantId } from "../../../test/stories/story-context.ts";
import type { Actor } from "../access/roles.ts";
import { insertEntry, registerEntrySchema } from "../organization/register-entry.ts";
import type { Memberships } from "../rows.generated.ts";
import { batchCommands } from "./commands.ts";

const NOW = "2026-05-06T02:00:00.000Z";
const enterpriseId = idOf("mill");
const expert: Actor = { ...people.expert, scopeId: agencyId };

function tenant(): MemoryStore {
  const store = new MemoryStore();
  const entry = registerEntrySchema.parse({ enterpriseId, siteId: idOf("site"), registerNo: 1, name: "蜀山厂" });
  for (const change of insertEntry(entry, tenantId, NOW))
    if (change.op === "insert") store.put(change.entity, change.row);
  store.merge("enterprises", `${tenantId}/${enterpriseId}`, { agencyId });
  return store;
}

function run(store: MemoryStore, name: string, actor: Actor, args: object): string {
  const command = batchCommands.find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, contextOf(actor, NOW));
  return result.ok ? "ok" : result.problem.code;
}

const advice = { batchId: idOf("batch"), enterpriseId, kind: "suspend", reason: "喷涂房无通风，建议停产整改" };
const decision = { batchId: idOf("batch"), decision: "upgrade", reason: "先改通风，限一个月" };

it("is advised by the serving agency without orders, one at a time", () => {
  const store = tenant();
  expect(run(store, "batch.advise", people.officer, advice)).toBe("command.not_yours");
  expect(run(store, "batch.advise", { ...expert, scopeId: idOf("other") }, advice)).toBe("batch.not_served");
  expect(run(store, "batch.advise", expert, { ...advice, reason: "责令停产" })).toBe("batch.order_words");
  expect(run(store, "batch.advise", expert, { ...advice, reason: "依“责令停产整顿”一条，建议停产整改" })).toBe("ok");
  expect(run(store, "batch.advise", expert, { ...advice, batchId: idOf("second") })).toBe("batch.advised");
});

it("is decided by another person of the office, as advised, otherwise, or not at all", () => {
  const store = tenant();
  run(store, "batch.advise", expert, advice);
  expect(run(store, "batch.decide", expert, decision)).toBe("command.not_yours");
  expect(run(store, "batch.decide", people.officer, { ...decision, reason: "" })).toBe("command.malformed");
  expect(run(store, "batch.decide", people.officer, decision)).toBe("ok");
  expect(store.rows("batches")[0]).toMatchObject({ kind: "suspend", decidedKind: "upgrade", state: "decided" });
  expect(run(store, "batch.decide", people.officeLead, decision)).toBe("batch.decided");
  expect(run(store, "batch.advise", expert, { ...advice, batchId: idOf("second") })).toBe("ok");
  expect(
    run(store, "batch.decide", people.officeLead, { ...decision, batchId: idOf("second"), decision: "declined" }),
  ).toBe("ok");
  expect(store.find("batches", { id: idOf("second") })).toMatchObject({ state: "declined", decidedKind: null });
});

function membership(id: string, account: string, role: Memberships["role"], displayName: string): Memberships {
  const scope =
    role === "expert"
      ? { scopeKind: "agency" as const, scopeId: agencyId }
      : { scopeKind: "office" as const, scopeId: null };
  return {
    ...{ tenantId, id, accountId: idOf(account), role, displayName, ...scope },
    ...{ divisionCode: null, title: null, validFrom: "2026-01-01", validTo: null, createdAt: NOW },
  };
}

it("knows persons by their account: a namesake may decide, the same person under another membership may not", () => {
  const store = tenant();
  const namesake: Actor = { ...people.officer, id: idOf("namesake"), name: expert.name };
  const sameOne: Actor = { ...people.officer, id: idOf("same one"), name: "周副科长" };
  store.put("memberships", membership(expert.id, "zhou", "expert", expert.name));
  store.put("memberships", membership(namesake.id, "other zhou", "officer", namesake.name));
  store.put("memberships", membership(sameOne.id, "zhou", "officer", sameOne.name));
  run(store, "batch.advise", expert, advice);
  expect(run(store, "batch.decide", sameOne, decision)).toBe("batch.same_person");
  expect(run(store, "batch.decide", namesake, decision)).toBe("ok");
});

it("compares names where advice was given before memberships were kept", () => {
  const store = tenant();
  run(store, "batch.advise", expert, advice);
  store.merge("batches", `${tenantId}/${advice.batchId}`, { advisedByMembershipId: null });
  expect(run(store, "batch.decide", { ...people.officer, name: expert.name }, decision)).toBe("batch.same_person");
  expect(run(store, "batch.decide", people.officer, decision)).toBe("ok");
});
