// A whole run: its days shared among processes, each with a server of its own, and what they report put together.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Verdict } from "./check-arrival.ts";
import { liveShare, type ShareOrder, type ShareReport, secondsSince } from "./live-share.ts";
import { belowFloor, KINDS, type Kind } from "./plan.ts";

const PROCESS = fileURLToPath(new URL("../share-process.ts", import.meta.url));

export interface RunOptions extends Omit<ShareOrder, "no" | "of"> {
  /** Processes that live days; one lives them here. Part of what replays a run. */
  readonly drivers: number;
  readonly progress: (line: string) => void;
}

export interface RunReport extends Verdict {
  readonly seed: number;
  readonly injected: number;
  readonly byKind: Readonly<Record<Kind, number>>;
  /** Photos kept by a phone. */
  readonly items: number;
  /** Photos the server did not have when a fault struck, on average. */
  readonly atRisk: number;
  readonly belowFloor: readonly Kind[];
  readonly seconds: number;
}

export async function runFaults({ drivers, progress, ...options }: RunOptions): Promise<RunReport> {
  const started = performance.now();
  const orders = Array.from({ length: drivers }, (_, no) => ({ ...options, no, of: drivers })).filter(
    ({ no, day }) => day === undefined || day % drivers === no,
  );
  const living = orders.map((order) =>
    drivers === 1 ? liveShare(order, progress) : liveElsewhere(order, (line) => progress(`${order.no + 1}: ${line}`)),
  );
  const report = together(await Promise.all(living));
  const { count, seed, day } = options;
  return {
    ...{ ...report, seed, belowFloor: day === undefined ? belowFloor(report.byKind, count) : [] },
    seconds: secondsSince(started),
  };
}

/** What a process of its own says: a line of progress, or all of its report. */
export type Said = { readonly line: string } | { readonly report: ShareReport };

/** The share in a process of its own. */
export function liveElsewhere(order: ShareOrder, progress: (line: string) => void): Promise<ShareReport> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, [JSON.stringify(order)]);
    child.on("error", reject);
    child.on("message", (said: Said) => ("line" in said ? progress(said.line) : resolve(said.report)));
    child.on("exit", (code) => reject(new Error(`the process of share ${order.no} ended with ${code}`)));
  });
}

function together(shares: readonly ShareReport[]) {
  const sum = (of: (share: ShareReport) => number) => shares.reduce((total, share) => total + of(share), 0);
  const byKind = Object.fromEntries(KINDS.map((kind) => [kind, sum((share) => share.byKind[kind])])) as Record<
    Kind,
    number
  >;
  const injected = Object.values(byKind).reduce((total, one) => total + one, 0);
  return {
    ...{ injected, byKind, items: sum((share) => share.items) },
    atRisk: Math.round((sum((share) => share.atRisk) / Math.max(1, injected)) * 100) / 100,
    lost: shares.flatMap((share) => share.lost),
    duplicated: shares.flatMap((share) => share.duplicated),
    wronglyRefused: shares.flatMap((share) => share.wronglyRefused),
    broken: shares.flatMap((share) => share.broken),
  };
}
