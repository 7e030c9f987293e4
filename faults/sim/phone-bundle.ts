// The phone's own outbox, built as it is into one script that runs in a realm of its own: a tab. The domain and the libraries
// without state are handed in. A mutant is the same script with one place broken on purpose.
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { build } from "vite";
import type { Mutant } from "./mutants.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ENTRY = "virtual:phone";
const LIBRARY = "virtual:library";
/** The library comes ready built from outside: it is no part of the outbox and building it anew for each tab takes long. */
const LIBRARY_PARTS = `
export const readLibrary = async () => globalThis.__library;
export const storedLibrary = async () => ({ version: globalThis.__library.version });
export const storeLibrary = async () => undefined;
`;
const PARTS = `
export { openFieldDatabase } from "/src/field/store/field-database.ts";
export { issueCommands } from "/src/field/store/issue-commands.ts";
export { rowsOf } from "/src/field/store/read-rows.ts";
export { startOutboxLoop } from "/src/field/outbox/loop.ts";
export { pullOutboxKey } from "/src/field/outbox/server.ts";
export { writeUnsentFile, readUnsentFile } from "/src/field/outbox/unsent-file.ts";
export { correctedNow } from "/src/field/store/device.ts";
`;

export interface PhoneBundle {
  readonly script: Script;
  /** What the script asks for by `require`. */
  readonly modules: ReadonlyMap<string, unknown>;
}

export async function buildPhone(mutant?: Mutant): Promise<PhoneBundle> {
  let applied = false;
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: ROOT,
    plugins: [
      {
        name: "phone",
        enforce: "pre",
        resolveId(id) {
          if (id.endsWith(ENTRY)) return `\0${ENTRY}`;
          return /library-(store|database)\.ts$/.test(id) ? `\0${LIBRARY}` : undefined;
        },
        load(id) {
          if (id === `\0${ENTRY}`) return PARTS;
          return id === `\0${LIBRARY}` ? LIBRARY_PARTS : undefined;
        },
        transform(source, id) {
          const code = id.endsWith("store/field-database.ts") ? withReleases(source) : source;
          if (!mutant || !id.endsWith(mutant.file)) return code;
          applied = true;
          return broken(code, mutant);
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      target: "esnext",
      lib: { entry: ENTRY, formats: ["cjs"], fileName: "phone" },
      // One script, whatever the app loads on demand.
      rolldownOptions: { external: [/^#(domain|api)\//, "zod"], output: { codeSplitting: false } },
    },
  });
  if (mutant && !applied) throw new Error(`mutant ${mutant.name}: ${mutant.file} is not part of the phone`);
  const output = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const chunk = output.find((one) => one.type === "chunk");
  if (!chunk) throw new Error("the phone could not be built");
  const modules = await Promise.all(chunk.imports.map(async (id) => [id, await load(id)] as const));
  const code = `((require, exports, module) => {${chunk.code}\nreturn exports;})`;
  return { script: new Script(code, { filename: "phone.cjs" }), modules: new Map(modules) };
}

/** Each later release of the app brings one table more, so that an update runs the database's own upgrade. */
function withReleases(code: string): string {
  const closed = code.indexOf("this.version(1)");
  const end = code.indexOf("});", closed) + 3;
  if (closed < 0 || end < 3) throw new Error("the phone's database declares no version 1");
  const later = "if (__release > 0) this.version(1 + __release).stores({ ['release' + __release]: 'id' });";
  return `${code.slice(0, end)}\n${later}\n${code.slice(end)}`;
}

const require = createRequire(import.meta.url);

function load(id: string): Promise<unknown> {
  return import(
    id.startsWith("#")
      ? pathToFileURL(`${ROOT}${id.replace(/^#/, "src/")}`).href
      : pathToFileURL(require.resolve(id)).href
  );
}

/** @throws where the place to break is not there exactly once: the mutant is out of date */
function broken(code: string, { name, from, to }: Mutant): string {
  if (code.split(from).length !== 2)
    throw new Error(`mutant ${name} finds its place ${code.split(from).length - 1} times`);
  return code.replace(from, () => to);
}
