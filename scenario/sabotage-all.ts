// `npm run scenario:sabotage [-- R7 …]`: breaks each rule in the smallest story and sees that the checker says so of that rule and of no other.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { STORY } from "./run.ts";
import { isBreakable, SABOTAGES } from "./sabotage.ts";
import { BREAKABLE, type Breakable } from "./world.ts";

const BIHUAN = fileURLToPath(new URL("../bin/bihuan.js", import.meta.url));
const SECONDS_ALLOWED = 20;

interface Told {
  readonly failing: readonly string[];
  readonly status: number;
  readonly seconds: number;
  readonly output: string;
}

async function play(sabotage: Breakable | undefined): Promise<Told> {
  const started = performance.now();
  const args = [BIHUAN, "scenario", STORY, "--small", ...(sabotage ? ["--sabotage", sabotage] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    output += String(chunk);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += String(chunk);
  });
  const status = await new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const failing = [...output.matchAll(/^(R\d+)\s+fails/gm)].map(([, rule]) => rule ?? "");
  const isChecked = /^R1\s/m.test(output);
  return { failing, status, seconds: (performance.now() - started) / 1000, output: isChecked ? output : errors };
}

function isAsExpected({ failing, status }: Told, sabotage: Breakable | undefined, output: string): boolean {
  const expected = sabotage ? [sabotage] : [];
  return output.includes("R18") && failing.join() === expected.join() && (status === 0) === (sabotage === undefined);
}

const asked = process.argv.slice(2).filter(isBreakable);
const rules: readonly (Breakable | undefined)[] = asked.length ? asked : [undefined, ...BREAKABLE];
let wrong = 0;
console.log("broken  says fails  seconds  how");
for (const rule of rules) {
  const told = await play(rule);
  const good = isAsExpected(told, rule, told.output);
  const how = rule ? `${SABOTAGES[rule].by}: ${SABOTAGES[rule].what}` : "nothing is broken, every rule holds";
  const slow = told.seconds > SECONDS_ALLOWED ? " (slow)" : "";
  console.log(
    `${(rule ?? "none").padEnd(7)} ${(told.failing.join(" ") || "none").padEnd(11)} ${told.seconds.toFixed(1).padStart(7)}  ${good ? "ok" : "WRONG"}  ${how}${slow}`,
  );
  if (good) continue;
  wrong += 1;
  console.log(told.output);
}
process.exitCode = wrong ? 1 : 0;
