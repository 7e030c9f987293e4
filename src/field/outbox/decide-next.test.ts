import { describe, expect, it } from "vitest";
import {
  BATCH,
  decideNext,
  laneOf,
  type OutboxState,
  type QueuedCommand,
  type QueuedPhoto,
  retryTime,
} from "./decide-next.ts";

const NOW = 1_000_000;
const LANE_A = laneOf("m", "visit-a", "x");
const LANE_B = laneOf("m", "visit-b", "x");

function command(n: number, lane = LANE_A, state: QueuedCommand["state"] = "waiting"): QueuedCommand {
  return { n, id: `c${n}`, lane, state, size: 1000 };
}

function photo(commandId: string, kind: QueuedPhoto["kind"] = "working"): QueuedPhoto {
  return { sha256: `${kind}-${commandId}`, scope: "m", kind, commandId, state: "waiting", retryAt: 0 };
}

function outbox(change: Partial<OutboxState>): OutboxState {
  const quiet = { failures: 0, retryAt: 0 };
  return {
    commands: [],
    photos: [],
    lanes: [],
    signedIn: true,
    online: true,
    network: quiet,
    sendOriginals: true,
    ...change,
  };
}

describe("what goes next", () => {
  it("sends one visit's commands together and in the order they were done", () => {
    const step = decideNext(outbox({ commands: [command(3), command(1), command(2, LANE_B)] }), NOW);
    expect(step).toEqual({ do: "sendCommands", lane: LANE_A, ids: ["c1", "c3"] });
  });

  it("sends at most fifty a request, and fewer when they are long", () => {
    const many = Array.from({ length: 60 }, (_, index) => command(index + 1));
    expect(decideNext(outbox({ commands: many }), NOW)).toMatchObject({
      ids: many.slice(0, BATCH).map(({ id }) => id),
    });
    const long = many.map((one) => ({ ...one, size: 150_000 }));
    expect(decideNext(outbox({ commands: long }), NOW)).toMatchObject({ ids: ["c1", "c2"] });
  });

  it("never lets one visit block another", () => {
    const lanes = [{ lane: LANE_A, failures: 2, retryAt: NOW + 5000 }];
    const step = decideNext(outbox({ commands: [command(1), command(2, LANE_B)], lanes }), NOW);
    expect(step).toMatchObject({ do: "sendCommands", lane: LANE_B });
  });

  it("holds back what may still be taken back, and what comes after it in its visit", () => {
    const held = { ...command(1), heldUntil: NOW + 3000 };
    expect(decideNext(outbox({ commands: [held, command(2)] }), NOW)).toEqual({ do: "wait", until: NOW + 3000 });
    expect(decideNext(outbox({ commands: [command(1), { ...held, n: 2, id: "c2" }] }), NOW)).toMatchObject({
      ids: ["c1"],
    });
    expect(decideNext(outbox({ commands: [held, command(2)] }), NOW + 3000)).toMatchObject({ ids: ["c1", "c2"] });
  });

  it("lets a refused command stay and the rest of its visit go", () => {
    const step = decideNext(outbox({ commands: [command(1, LANE_A, "refused"), command(2)] }), NOW);
    expect(step).toMatchObject({ ids: ["c2"] });
  });

  it("waits for the earliest retry when every visit waits", () => {
    const lanes = [
      { lane: LANE_A, failures: 1, retryAt: NOW + 9000 },
      { lane: LANE_B, failures: 1, retryAt: NOW + 4000 },
    ];
    const step = decideNext(outbox({ commands: [command(1), command(2, LANE_B)], lanes }), NOW);
    expect(step).toEqual({ do: "wait", until: NOW + 4000 });
  });

  it("sends nothing signed out, offline or while the connection itself rests, and loses nothing", () => {
    const commands = [command(1)];
    expect(decideNext(outbox({ commands, signedIn: false }), NOW)).toEqual({ do: "nothing", because: "signedOut" });
    expect(decideNext(outbox({ commands, online: false }), NOW)).toEqual({ do: "nothing", because: "offline" });
    const network = { failures: 1, retryAt: NOW + 1 };
    expect(decideNext(outbox({ commands, network }), NOW)).toEqual({ do: "wait", until: NOW + 1 });
    expect(decideNext(outbox({}), NOW)).toEqual({ do: "nothing", because: "empty" });
  });
});

describe("photos", () => {
  it("follow once their command is accepted, and never hold commands up", () => {
    const photos = [photo("c1"), photo("c2")];
    const waiting = decideNext(outbox({ commands: [command(1)], photos }), NOW);
    expect(waiting).toMatchObject({ do: "sendCommands" });
    const step = decideNext(outbox({ commands: [command(1, LANE_A, "accepted")], photos: [photo("c1")] }), NOW);
    expect(step).toEqual({ do: "sendPhoto", scope: "m", sha256: "working-c1" });
  });

  it("go on after their delivered command was cleared away", () => {
    expect(decideNext(outbox({ photos: [photo("gone")] }), NOW)).toMatchObject({ do: "sendPhoto" });
  });

  it("of a refused command stay on the phone", () => {
    const state = outbox({ commands: [command(1, LANE_A, "refused")], photos: [photo("c1")] });
    expect(decideNext(state, NOW)).toEqual({ do: "nothing", because: "empty" });
  });

  it("go as working copies first; camera files only on good signal", () => {
    const photos = [photo("c1", "original"), photo("c2", "working")];
    expect(decideNext(outbox({ photos }), NOW)).toMatchObject({ sha256: "working-c2" });
    expect(decideNext(outbox({ photos: photos.slice(0, 1) }), NOW)).toMatchObject({ sha256: "original-c1" });
    const poor = outbox({ photos: photos.slice(0, 1), sendOriginals: false });
    expect(decideNext(poor, NOW)).toEqual({ do: "nothing", because: "empty" });
  });
});

describe("trying again", () => {
  it("comes later and later, within five minutes, and spreads phones", () => {
    expect(retryTime(1, NOW, 0.5)).toBe(NOW + 2000);
    expect(retryTime(4, NOW, 0.5)).toBe(NOW + 16_000);
    expect(retryTime(40, NOW, 0.5)).toBe(NOW + 300_000);
    expect(retryTime(1, NOW, 0)).toBeLessThan(retryTime(1, NOW, 1));
  });
});
