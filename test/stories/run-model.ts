// `npm run model [-- runs [seed]]`: lives of fifty steps over the whole loop, 10,000 unless said otherwise. One JSON line.
import { assertWholeLoop, STEPS } from "./whole-loop.ts";

const [runs = 10_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const started = performance.now();
assertWholeLoop(runs, seed);
const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
console.log(JSON.stringify({ model: "whole loop", runs, steps: STEPS, seed, broken: 0, seconds }));
