// Writes src/domain/hazard/major-cases.generated.ts from reference/major-cases.csv, so that phone, console and server judge by
// the same list. A line is one condition; a case is all of its lines, and every one of them must be met.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseCsv } from "hucre/csv";
import { z } from "zod";

const csv = fileURLToPath(new URL("../reference/major-cases.csv", import.meta.url));
const out = fileURLToPath(new URL("../src/domain/hazard/major-cases.generated.ts", import.meta.url));

const filled = z.string().trim().min(1);
const line = z.tuple([filled, filled, filled, filled]);

/** The text of the generated file. Throws where a line is not whole or a case is titled in two ways. */
export function majorCasesSource(text: string): string {
  const [, ...rows] = parseCsv(text);
  const lines = rows.filter((row) => row.some((cell) => cell !== "")).map((row) => line.parse(row));
  const cases = Map.groupBy(lines, ([instrument, article]) => `${instrument}#${article}`);
  const entries = [...cases].map(([id, own]) => {
    const titles = new Set(own.map(([, , title]) => title));
    if (titles.size !== 1) throw new Error(`major-cases.csv ${id}: one case has two titles`);
    const conditions = own.map(([, , , condition]) => `      ${JSON.stringify(condition)},\n`).join("");
    return `  {\n    id: ${JSON.stringify(id)},\n    title: ${JSON.stringify([...titles][0])},\n    conditions: [\n${conditions}    ],\n  },\n`;
  });
  return `// Generated from reference/major-cases.csv by \`node bin/major-cases.ts\`. Do not edit.
import type { MajorCase } from "./major-cases.ts";

export const referenceCases: readonly MajorCase[] = [
${entries.join("")}];
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(out, majorCasesSource(readFileSync(csv, "utf8")));
