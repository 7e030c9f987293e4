// What a figure was measured on; stands in every line a bench prints.
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

export function machineFacts() {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBeforeEnd: Number(loadavg()[0]?.toFixed(2) ?? 0),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  };
}

/** What the bench is doing, for whoever waits; never on stdout. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
