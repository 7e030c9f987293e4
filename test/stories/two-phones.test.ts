// The rules of merging, tried out exhaustively on a small model: two phones give three commands each; every order in which the
// network can bring them to the server is played, with each command lost on the way back and sent again, and with late doubles
// that arrive after what came later. Only first arrivals may matter, and nothing may be done twice.
import { describe, expect, it } from "vitest";
import type { Actor } from "#domain/access/roles.ts";
import { instantAt } from "#domain/calendar/local-date.ts";
import type { Hazard } from "#domain/hazard/statuses.ts";
import { visitCommands } from "#domain/visit/commands.ts";
import { getCommand, play } from "./hazard-registry.ts";
import { type MemoryStore, runCommand } from "./memory-store.ts";
import { contextOf, idOf, people } from "./story-context.ts";
import { newGround, photos, recordArgs, visitRow } from "./story-ground.ts";

interface Given {
  readonly id: string;
  readonly name: string;
  readonly args: object;
  readonly by: Actor;
  readonly at: string;
}

interface Outcome {
  readonly status: "accepted" | "refused";
  readonly code: string | null;
}

const FOUND = instantAt("2026-11-02", "09:30");
const RECEIVED = instantAt("2026-11-16", "19:00");

/** What the server does with a command: its first arrival decides, every further one is answered the same. */
class Server {
  readonly store: MemoryStore;
  readonly outcomes = new Map<string, Outcome>();

  constructor(store: MemoryStore) {
    this.store = store;
  }

  receive(given: Given): Outcome {
    const known = this.outcomes.get(given.id);
    if (known) return known;
    const context = { ...contextOf(given.by, given.at, RECEIVED), commandId: given.id };
    const ofVisit = visitCommands.find((one) => one.name === given.name);
    const result = ofVisit
      ? runCommand(this.store, ofVisit, given.args, context)
      : play(this.store, getCommand(given.name).name, given.args, context);
    const outcome = result.ok
      ? { status: "accepted" as const, code: null }
      : { status: "refused" as const, code: result.problem.code };
    this.outcomes.set(given.id, outcome);
    return outcome;
  }

  hazard(name: string): Hazard {
    const found = this.store.find("hazards", { id: idOf(name) });
    if (!found) throw new Error(`no hazard ${name}`);
    return found;
  }
}

/** All orders in which two phones' commands can arrive first: each phone sends in the order it acted. */
function interleavings<T>(a: readonly T[], b: readonly T[]): T[][] {
  const [first, ...restA] = a;
  const [second, ...restB] = b;
  if (first === undefined) return [[...b]];
  if (second === undefined) return [[...a]];
  return [
    ...interleavings(restA, b).map((rest) => [first, ...rest]),
    ...interleavings(a, restB).map((rest) => [second, ...rest]),
  ];
}

/** The same arrivals with one command arriving once more, at any later moment. */
function withDouble<T>(arrivals: readonly T[]): T[][] {
  return arrivals.flatMap((one, at) =>
    Array.from({ length: arrivals.length - at }, (_, later) => arrivals.toSpliced(at + 1 + later, 0, one)),
  );
}

/** Every interleaving, alone, with each double, and with each pair of doubles. */
function everyDelivery(a: readonly Given[], b: readonly Given[]): Given[][] {
  return interleavings(a, b).flatMap((plain) => {
    const doubled = withDouble(plain);
    return [plain, ...doubled, ...doubled.flatMap(withDouble)];
  });
}

function firstsOf(delivery: readonly Given[]): string {
  return [...new Set(delivery.map((one) => one.id))].join(" ");
}

/** Rows without the moments and ids that differ from world to world by the test's own counting. */
function stateOf(server: Server): string {
  const rows = server.store.rows("hazards").map((row) => [row.id, row.number, row.status, row.round, row.contested]);
  const due = server.store.rows("hazards").map((row) => row.rectificationDue);
  const acts = server.store.rows("hazardActs").map((row) => [row.hazardId, row.command, row.statusAfter]);
  const visits = server.store.rows("visits").map((row) => [row.id, row.status]);
  return JSON.stringify([rows.toSorted(), due, acts, visits, [...server.outcomes].toSorted()]);
}

/** Plays every delivery; answers one server for each order of first arrivals, having seen that doubles change nothing. */
function playAll(ground: () => MemoryStore, a: readonly Given[], b: readonly Given[]): Map<string, Server> {
  const byFirsts = new Map<string, Server>();
  for (const delivery of everyDelivery(a, b)) {
    const server = new Server(ground());
    for (const given of delivery) {
      const before = server.outcomes.get(given.id);
      const state = before && server.store.snapshot();
      const outcome = server.receive(given);
      if (before) expect(outcome).toBe(before);
      if (state) expect(server.store.snapshot()).toBe(state);
    }
    const known = byFirsts.get(firstsOf(delivery));
    if (known) expect(stateOf(server)).toBe(stateOf(known));
    else byFirsts.set(firstsOf(delivery), server);
  }
  return byFirsts;
}

const give = (id: string, name: string, args: object, by: Actor, at: string): Given => ({
  ...{ id: idOf(id), name, args, by, at },
});

describe("two phones in one visit", () => {
  const { expert } = people;
  const ground = () => {
    const store = newGround();
    const accompanied = { accompaniedBy: "officer", accompaniedName: "赵安" } as const;
    store.put("visits", visitRow("001", expert, "2026-11-02", accompanied));
    return store;
  };
  const person = { name: "何先生", role: "负责人" };
  const writes = [
    give(
      "a1",
      "finding.record",
      { visitId: idOf("001"), findings: [{ itemCode: "XC-05-05", result: "nonconform" }] },
      expert,
      FOUND,
    ),
    give("a2", "hazard.record", recordArgs("by a", "001", 1, FOUND), expert, FOUND),
    give("a3", "visit.finish", { visitId: idOf("001"), departedAt: FOUND, enterprisePerson: person }, expert, FOUND),
  ];
  const shoots = [
    // Both phones count from one: neither knows of the other's.
    give("b1", "hazard.record", recordArgs("by b 1", "001", 1, FOUND), expert, FOUND),
    give("b2", "hazard.record", recordArgs("by b 2", "001", 2, FOUND), expert, FOUND),
    give("b3", "visit.finish", { visitId: idOf("001"), departedAt: FOUND, enterprisePerson: person }, expert, FOUND),
  ];
  const played = playAll(ground, writes, shoots);

  it("plays all twenty orders", () => {
    expect(played.size).toBe(20);
  });

  it("takes what both write while the visit goes on, each hazard once under a number of its own", () => {
    for (const [order, server] of played) {
      const ids = order.split(" ");
      const end = ids.findIndex(
        (id) => (id === idOf("a3") || id === idOf("b3")) && server.outcomes.get(id)?.status === "accepted",
      );
      for (const [at, id] of ids.entries()) {
        if (id === idOf("a3") || id === idOf("b3")) continue;
        const wanted = end < 0 || at < end ? "accepted" : "refused";
        expect(server.outcomes.get(id)?.status, `${order} ${at}`).toBe(wanted);
      }
      const numbers = server.store.rows("hazards").map((row) => row.number);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  it("lets the visit be finished once, by whoever comes first with everything there", () => {
    for (const server of played.values()) {
      const finishes = [idOf("a3"), idOf("b3")].map((id) => server.outcomes.get(id)?.status);
      expect(finishes.filter((status) => status === "accepted").length).toBe(1);
      expect(server.store.find("visits", { id: idOf("001") })?.status).toBe("finished");
    }
  });
});

describe("two re-inspections that know nothing of each other", () => {
  const { expert, otherExpert } = people;
  const names = ["h1", "h2", "h3"] as const;
  const ground = () => {
    const store = newGround();
    store.put("visits", visitRow("001", expert, "2026-11-02"));
    for (const [index, name] of names.entries()) {
      play(store, "hazard.record", recordArgs(name, "001", index + 1, FOUND), contextOf(expert, FOUND));
      play(store, "onSiteRecord.serve", { hazardId: idOf(name) }, contextOf(expert, FOUND));
    }
    store.put("visits", visitRow("002", expert, "2026-11-16", { kind: "reinspection" }));
    store.put("visits", visitRow("003", otherExpert, "2026-11-16", { kind: "reinspection" }));
    return store;
  };
  const pass = (id: string, name: string, by: Actor, visit: string) => {
    const at = instantAt("2026-11-16", "10:00");
    return give(id, "reinspection.pass", { hazardId: idOf(name), visitId: idOf(visit), photos: photos(1, at) }, by, at);
  };
  const fail = (id: string, name: string, by: Actor, visit: string, deadlineDays: number) => {
    const at = instantAt("2026-11-16", "10:30");
    const args = { hazardId: idOf(name), visitId: idOf(visit), photos: [], reason: "后门又锁上了", deadlineDays };
    return give(id, "reinspection.fail", { ...args, deadlineReason: "人员密集，须尽快改" }, by, at);
  };
  const first = [pass("p1", "h1", expert, "002"), pass("p2", "h2", expert, "002"), fail("p3", "h3", expert, "002", 3)];
  const second = [
    fail("q1", "h1", otherExpert, "003", 7),
    pass("q2", "h2", otherExpert, "003"),
    fail("q3", "h3", otherExpert, "003", 10),
  ];
  const played = playAll(ground, first, second);
  const came = (order: string, one: string, other: string) => order.indexOf(idOf(one)) < order.indexOf(idOf(other));

  it("lets the first accepted stand and stores the second as refused, whatever the order", () => {
    for (const [order, server] of played)
      for (const at of ["1", "2", "3"]) {
        const [winner, loser] = came(order, `p${at}`, `q${at}`) ? [`p${at}`, `q${at}`] : [`q${at}`, `p${at}`];
        expect(server.outcomes.get(idOf(winner))?.status, `${order} ${winner}`).toBe("accepted");
        expect(server.outcomes.get(idOf(loser))?.status, `${order} ${loser}`).toBe("refused");
      }
  });

  it("makes a hazard contested exactly where the two contradict, held by the agency's lead", () => {
    for (const [order, server] of played) {
      expect(server.hazard("h1"), order).toMatchObject({ contested: true, holder: "agencyLead" });
      expect(server.hazard("h1").contestReason).toContain("两次复查结论相反");
      expect(server.hazard("h2"), order).toMatchObject({ contested: false, status: "closed" });
      expect(server.hazard("h3"), order).toMatchObject({ contested: false, status: "open", round: 2 });
    }
  });

  it("never loosens a deadline: the one that was accepted first stays to the day", () => {
    for (const [order, server] of played) {
      const days = came(order, "p3", "q3") ? 3 : 10;
      expect(server.hazard("h3").deadlineDays, order).toBe(days);
    }
  });

  it("is settled by the lead with a reason that both are shown", () => {
    for (const server of played.values()) {
      const args = { hazardId: idOf("h1"), outcome: "stands", reason: "现场照片清楚，以先到的为准" };
      const settled = play(
        server.store,
        "contest.settle",
        args,
        contextOf(people.agencyLead, instantAt("2026-11-17", "09:00")),
      );
      expect(settled.ok).toBe(true);
      expect(server.hazard("h1")).toMatchObject({ contested: false });
      const line = server.store.rows("hazardActs").findLast((row) => row.command === "contest.settle");
      expect(line?.note).toContain("以先到的为准");
    }
  });
});
