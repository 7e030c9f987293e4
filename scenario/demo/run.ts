// `npm run demo`: the invented story in a browser. Loopback only; `--lan` opens it to the network with a certificate and a code.
import { networkInterfaces } from "node:os";
import { inventEnterprises } from "#cli/invented-enterprises.ts";
import { addDays, instantAt } from "#domain/calendar/local-date.ts";
import { closeOnSignal } from "#server/main.ts";
import { drawPool } from "../photo-pool.ts";
import { playStory } from "../play.ts";
import { freePort, type Stage } from "../stage.ts";
import { latestYear } from "../story-year.ts";
import { openDemonstration } from "./demonstration.ts";
import { askForCode, newCode } from "./door-code.ts";
import { openTlsDoor } from "./lan.ts";
import { newProgress, type Progress, showProgress } from "./progress.ts";
import { buildWebApps } from "./web-build.ts";

/** So many last days are left as they lie. */
const LOOSE_DAYS = 26;

const FOLDER = "data/demo";
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);
const USAGE = `npm run demo [-- --fresh] [-- --lan]
  --fresh  throws the demonstration's data away and plays the story up to today again; on a later day it does so by itself,
           beside the old one, which is shown meanwhile and then gone with all that was done in it
  --lan    lets phones of this network in: https with a certificate made now, and a code printed here`;

interface Address {
  readonly port: number;
  readonly publicUrl: string;
  /** Printed for whoever sits here; only with --lan. */
  readonly code: string | undefined;
}

export async function run(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== "--fresh" && arg !== "--lan");
  const host = process.env.HOST ?? "127.0.0.1";
  if (unknown || !LOOPBACK.has(host)) {
    console.error(
      unknown ? USAGE : `The demonstration lets anybody in, so it does not listen on ${host}. Use -- --lan.`,
    );
    return 2;
  }
  const address = await addressOf(args.includes("--lan"), Number(process.env.PORT ?? 8080));
  const progress = newProgress();
  const started = performance.now();
  const log = (line: string) =>
    console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const demonstration = await openDemonstration({
    path: FOLDER,
    fresh: args.includes("--fresh"),
    port: address.port,
    publicUrl: address.publicUrl,
    now: () => new Date().toISOString(),
    prepare: (app) => {
      showProgress(app, progress);
      if (address.code) askForCode(app, address.code);
    },
    build: () => buildWebApps(progress, log),
    tell: (stage, until) => tellStory(stage, until, progress, log),
    progress,
    log,
  });
  if (address.code) await openTlsDoor(address.publicUrl, address.port);
  console.log(`Open ${address.publicUrl}${address.code ? ` and type ${address.code}` : ""}`);
  closeOnSignal(() => {
    console.log("Closing …");
    return demonstration.close();
  });
  await demonstration.told;
  return new Promise(() => {});
}

async function addressOf(isLan: boolean, port: number): Promise<Address> {
  if (!isLan) return { port, publicUrl: `http://127.0.0.1:${port}`, code: undefined };
  return { port: await freePort(), publicUrl: `https://${ownAddress()}:${port}`, code: newCode() };
}

/** This machine as other machines of the network see it. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
}

/** Up to yesterday: today is for whoever looks. */
async function tellStory(stage: Stage, until: string, progress: Progress, log: (line: string) => void): Promise<void> {
  const year = latestYear(instantAt(addDays(until, 1), "12:00"));
  const months = Math.max(1, (Date.parse(until) - Date.parse(`${year}-04-01`)) / (30 * 86_400_000));
  let month = 0;
  progress.say("正在演一遍故事：准备名单、合同和计划", 0);
  const pool = await drawPool(20);
  const hazards = { first: [3, 5], later: 2 } as const;
  const told = (line: string) => {
    log(line);
    const day = /playing (\d{4})-(\d{2})/.exec(line);
    if (day) progress.say(`正在演一遍故事：${day[1]}年${Number(day[2])}月`, Math.min(0.98, month++ / months));
  };
  const looseFrom = addDays(until, -LOOSE_DAYS);
  await playStory({ stage, year, list: inventEnterprises(), pool, hazards, until, looseFrom, log: told });
}
