import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { machinePages } from "./machine-pages.ts";

test.each(Object.entries(machinePages))("docs/state-machines/%s is what the table says", (name, text) => {
  const written = readFileSync(new URL(`../../../docs/state-machines/${name}`, import.meta.url), "utf8");
  expect(written).toBe(text);
});
