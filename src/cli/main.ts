// The verbs of `bihuan`. Each verb is loaded only when it is asked for.

type Verb = (args: readonly string[]) => Promise<number>;

const verbs: Readonly<Record<string, { readonly help: string; readonly load: () => Promise<{ readonly run: Verb }> }>> =
  {
    serve: { help: "start the server (npm start)", load: () => import("./serve.ts") },
    dev: {
      help: "server and web apps at one address for those who build on it (npm run dev)",
      load: () => import("./dev.ts"),
    },
    init: { help: "make the first subdistrict and its administrator", load: () => import("./init.ts") },
    "law-editor": { help: "make an account that keeps the law library", load: () => import("./law-editor.ts") },
    migrate: { help: "bring the database of DATABASE_OWNER_URL up to date", load: () => import("./migrate.ts") },
    import: {
      help: "import enterprises FILE | hazards FILE [--photos DIR] | laws PATH [--dry-run] [--json]",
      load: () => import("./import.ts"),
    },
    export: { help: "export every row and journal event of a tenant as JSON lines", load: () => import("./export.ts") },
    verify: {
      help: "walk the journal [--state] and name the first broken event; or check a referral package FILE.zip",
      load: () => import("./verify.ts"),
    },
    demo: {
      help: "show the invented story in a browser [--fresh] [--lan] (npm run demo)",
      load: () => import("./demo.ts"),
    },
    scenario: {
      help: "play the invented story and check every rule of the scheme",
      load: () => import("./scenario.ts"),
    },
  };

/** Runs one verb; answers the process's exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  const [name = "help", ...args] = argv;
  const verb = verbs[name];
  if (!verb) {
    const width = Math.max(...Object.keys(verbs).map((key) => key.length));
    const lines = Object.entries(verbs).map(([key, { help }]) => `  bihuan ${key.padEnd(width)}  ${help}`);
    console.log(["Usage:", ...lines].join("\n"));
    return name === "help" || name === "--help" ? 0 : 2;
  }
  try {
    const { run: runVerb } = await verb.load();
    return await runVerb(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
