import { describe, expect, it } from "vitest";
import { readPhotoReply, readReply } from "./read-answer.ts";

const problem = { code: "visit.incomplete", params: {}, text: "还差1处，不能收尾。" };

describe("an answer to commands", () => {
  it("settles each command by its own outcome", () => {
    const reading = readReply({
      kind: "answered",
      outcomes: [
        { id: "a", status: "accepted" },
        { id: "b", status: "refused", problem },
        { id: "c", status: "conflict", problem },
        { id: "d", status: "notFound" },
      ],
    });
    expect(reading.failed).toBe("none");
    expect(reading.settled.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "a accepted",
      "b refused",
      "c conflict",
      "d refused",
    ]);
    expect(reading.settled[3]?.problem?.text).toContain("没有找到");
  });

  it("keeps what the server stopped before, and shows why", () => {
    const reading = readReply({ kind: "answered", outcomes: [{ id: "a", status: "accepted" }], stopped: problem });
    expect(reading).toMatchObject({ failed: "lane", stopped: problem, settled: [{ id: "a" }] });
  });

  it("keeps everything when there is none, when signed out, and when the server fails", () => {
    expect(readReply({ kind: "unreachable" })).toEqual({ settled: [], failed: "connection" });
    expect(readReply({ kind: "refused", status: 401, problem })).toMatchObject({ settled: [], failed: "signedOut" });
    expect(readReply({ kind: "refused", status: 500, problem })).toMatchObject({
      settled: [],
      failed: "lane",
      stopped: problem,
    });
  });
});

describe("an answer to a photo", () => {
  it("leaves what the server cannot take to a person and tries the rest again", () => {
    expect(readPhotoReply({ kind: "stored" }).state).toBe("stored");
    expect(readPhotoReply({ kind: "refused", status: 422, problem })).toMatchObject({ state: "refused", problem });
    expect(readPhotoReply({ kind: "refused", status: 413, problem }).state).toBe("refused");
    expect(readPhotoReply({ kind: "refused", status: 404, problem })).toMatchObject({
      state: "waiting",
      failed: "lane",
    });
    expect(readPhotoReply({ kind: "refused", status: 401, problem })).toMatchObject({
      state: "waiting",
      failed: "signedOut",
    });
    expect(readPhotoReply({ kind: "unreachable" })).toMatchObject({ state: "waiting", failed: "connection" });
  });
});
