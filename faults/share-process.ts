// A process that lives one share of a run and tells the one that started it.
import { liveShare, type ShareOrder } from "./sim/live-share.ts";
import type { Said } from "./sim/run-faults.ts";

// The storage throws thousands of errors as a matter of course; nobody reads where.
Error.stackTraceLimit = 0;

// Its own shape, written by the process that started this one.
const order = JSON.parse(process.argv[2] ?? "") as ShareOrder;
const say = (said: Said) => new Promise((done) => process.send?.(said, done));
await say({ report: await liveShare(order, (line) => void say({ line })) });
process.exit(0);
