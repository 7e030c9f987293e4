import { expect, it } from "vitest";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { contextOf, idOf, people } from "../../../test/stories/story-context.ts";
import type { Actor } from "../access/roles.ts";
import { contractCommands } from "../contract/commands.ts";
import { defaultScheme } from "../contract/scheme-parts.ts";
import { capacityCommands, visitsADay } from "./capacity.ts";

const NOW = "2026-04-01T01:00:00.000Z";
const schemeId = idOf("scheme");

function run(store: MemoryStore, name: string, args: object, actor: Actor = people.officer): string {
  const command = [...contractCommands, ...capacityCommands].find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, contextOf(actor, NOW));
  return result.ok ? "ok" : result.problem.code;
}

it("is two and four until it is set, and each figure is set by itself", () => {
  const store = new MemoryStore();
  expect(run(store, "plan.setCapacity", { schemeId, expert: 3 })).toBe("scheme.not_found");
  run(store, "scheme.set", { schemeId, ...defaultScheme(2026) }, people.officeLead);
  const now = () => visitsADay(store.rows("schemes")[0]);
  expect(now()).toEqual({ expert: 2, officer: 4 });
  expect(run(store, "plan.setCapacity", { schemeId, expert: 3 })).toBe("ok");
  expect(now()).toEqual({ expert: 3, officer: 4 });
  expect(run(store, "plan.setCapacity", { schemeId, officer: 6 })).toBe("ok");
  expect(now()).toEqual({ expert: 3, officer: 6 });
  expect(run(store, "plan.setCapacity", { schemeId, expert: 21 })).toBe("command.malformed");
  expect(run(store, "plan.setCapacity", { schemeId })).toBe("plan.capacity_missing");
  expect(run(store, "plan.setCapacity", { schemeId, expert: 1 }, people.expert)).toBe("command.not_yours");
});

it("stays when the scheme's other parameters are set again", () => {
  const store = new MemoryStore();
  run(store, "scheme.set", { schemeId, ...defaultScheme(2026) }, people.officeLead);
  run(store, "plan.setCapacity", { schemeId, expert: 5 });
  run(store, "scheme.set", { schemeId, ...defaultScheme(2026), onePersonRelease: true }, people.officeLead);
  expect(store.rows("schemes")[0]).toMatchObject({ onePersonRelease: true, expertVisitsADay: 5 });
});
