import { expect, test } from "vitest";
import { readPhoto } from "#server/files/photo-intake.ts";
import { drawPool } from "./photo-pool.ts";

test("each use of a drawn photo has its own bytes, time and place, and is a whole picture", async () => {
  const pool = await drawPool(1, 320);
  const at = "2026-04-02T01:30:15.000Z";
  const place = { lat: 30.1712, lng: 120.2455 };
  const taken = Array.from({ length: 5 }, () => pool.take("electricalBox", false, at, place));
  expect(new Set(taken.map(({ sha256 }) => sha256)).size).toBe(5);
  const reading = await readPhoto(taken[3]?.bytes ?? new Uint8Array(), "image/jpeg");
  expect(reading).toMatchObject({ ok: true, value: { mime: "image/jpeg", width: 320 } });
  const exif = JSON.stringify(reading.ok && reading.value.exif);
  expect(exif).toContain("2026");
  expect(exif).toContain("30.171");
});
