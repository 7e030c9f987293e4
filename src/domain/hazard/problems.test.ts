// Every refusal of these areas has its sentence, and every sentence its refusal.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { delegatedProblems } from "../enforcement/delegated-problems.ts";
import { enforcementProblems } from "../enforcement/problems.ts";
import { hazardProblems } from "./problems.ts";
import { requirementProblems } from "./requirements.ts";

const folders = ["./", "../enforcement/", "../calendar/", "../../server/imports/"].map(
  (path) => new URL(path, import.meta.url),
);

function codesInCode(): ReadonlySet<string> {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
      .map((name) => readFileSync(new URL(name, folder), "utf8")),
  );
  const refused = texts.flatMap((text) =>
    [...text.matchAll(/refuse\(\s*"([a-z_.A-Z]+)"/g)].map((match) => match[1] ?? ""),
  );
  // Of the imports only those of paper hazards are of this area.
  const ours = refused.filter((code) => !code.startsWith("lawFile."));
  return new Set([...ours, ...Object.values(requirementProblems)]);
}

test("codes and sentences are the same set", () => {
  const sentences = Object.keys({ ...hazardProblems, ...enforcementProblems, ...delegatedProblems });
  expect(codesInCode()).toEqual(new Set(sentences));
});

test("a Chinese sentence ends as one, and no agency word orders", () => {
  for (const { zh, en } of Object.values({ ...hazardProblems, ...enforcementProblems, ...delegatedProblems })) {
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
    expect(zh).not.toMatch(/[!！]|请注意|无权限/);
  }
});
