import { describe, expect, it } from "vitest";
import { readPhoto } from "#server/files/photo-intake.ts";
import { makePhoto, SCENES, type SceneName } from "./photos.ts";

const request = {
  seed: 7,
  caption: "1号车间 <东墙> & 镕",
  takenAt: "2026-11-23T01:13:05.000Z",
  lat: 30.1623,
  lng: 120.2711,
  width: 320,
} as const;
const names: readonly SceneName[] = [
  "electricalBox",
  "extinguisher",
  "blockedExit",
  "unguardedMachine",
  "gasCylinders",
  "sprayBooth",
  "warehouse",
  "recordsFolder",
];

describe("a drawn photo", () => {
  it("carries the time, its offset and the place as a phone writes them", async () => {
    const reading = await readPhoto(await makePhoto({ ...request, scene: "extinguisher" }), "image/jpeg");
    expect(reading).toMatchObject({
      ok: true,
      value: {
        width: 320,
        height: 240,
        exif: { takenAtLocal: "2026-11-23T09:13:05", offset: "+08:00", lat: 30.1623, lng: 120.2711, make: "Bihuan" },
      },
    });
  });

  it("is the same for the same request and another for another seed", async () => {
    const [one, again, other] = await Promise.all(
      [7, 7, 8].map((seed) => makePhoto({ ...request, seed, scene: "sprayBooth" })),
    );
    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
  });

  it("exists before and after for every scene", async () => {
    expect(new Set(Object.keys(SCENES))).toEqual(new Set(names));
    const photos = names.flatMap((scene) => [
      makePhoto({ ...request, scene }),
      makePhoto({ ...request, scene, after: true }),
    ]);
    const texts = (await Promise.all(photos)).map((photo) => Buffer.from(photo).toString("base64"));
    expect(new Set(texts).size).toBe(names.length * 2);
  });
});
