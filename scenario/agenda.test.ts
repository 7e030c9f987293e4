import { expect, test } from "vitest";
import { newAgenda } from "./agenda.ts";

test("days are played in order, their parts in order, and what is planned meanwhile is played too", async () => {
  const agenda = newAgenda();
  const played: string[] = [];
  const note = (what: string) => async () => void played.push(what);
  agenda.on("2026-04-02", "field", note("second day"));
  agenda.on("2026-04-01", "desk", note("desk"));
  agenda.on("2026-04-01", "office", async () => {
    played.push("office");
    agenda.on("2026-04-01", "evening", note("evening"));
    agenda.on("2026-04-03", "office", note("third day"));
  });
  agenda.on("2026-05-01", "office", note("too late"));
  await agenda.playUntil("2026-04-30", async (day) => void played.push(day));
  expect(played).toEqual([
    ...["2026-04-01", "office", "evening", "desk"],
    ...["2026-04-02", "second day", "2026-04-03", "third day"],
  ]);
});
