// `npm run bench -- NAME`: one measurement, one JSON line on stdout. What it does meanwhile goes to stderr.
const benches: Readonly<Record<string, () => Promise<{ readonly run: (args: readonly string[]) => Promise<object> }>>> =
  {
    submit: () => import("./submit.ts"),
    overview: () => import("./overview.ts"),
    nightly: () => import("./nightly.ts"),
    report: () => import("./report.ts"),
    start: () => import("./start.ts"),
    "law-search": () => import("./law-search.ts"),
    "field-search": () => import("./field-search.ts"),
    suggest: () => import("./suggest.ts"),
  };

const [name = "", ...args] = process.argv.slice(2);
const load = benches[name];
if (!load) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join("|")}`);
  process.exit(2);
}
const bench = await load();
const { machineFacts } = await import("./machine-facts.ts");
const result = await bench.run(args);
console.log(JSON.stringify({ bench: name, ...result, machine: machineFacts() }));
process.exit(0);
