// The worker thread that owns the Typst compiler. One document a message: the compiler's memory is only given back
// between turns of the event loop. It sees JSON and bytes; user text is never joined into source.
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { loadFonts } from "./fonts.ts";

export interface WorkerSettings {
  readonly templatesFolder: string;
  readonly extraFonts: readonly string[];
}

export interface RenderMessage {
  readonly id: number;
  /** Folder of the template. */
  readonly template: string;
  /** The template's input; the worker adds what only the fonts know. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly photos: ReadonlyMap<string, Uint8Array>;
}

export type RenderReply =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly diagnostics: readonly string[] };

/** Results of older documents are dropped after this many. */
const CACHE_AGE = 5;

const settings: WorkerSettings = workerData;
const fonts = loadFonts(settings.extraFonts);
const compiler = NodeCompiler.create({
  workspace: settings.templatesFolder,
  fontArgs: [{ fontPaths: [...fonts.paths] }],
});

function render({ id, template, data, photos }: RenderMessage): RenderReply {
  for (const [sha256, bytes] of photos) {
    compiler.mapShadow(join(settings.templatesFolder, "photos", sha256), Buffer.from(bytes));
  }
  const json = JSON.stringify(data);
  const input = { ...data, extraFamilies: fonts.extraFamilies, uncovered: fonts.uncoveredIn(json) };
  try {
    const result = compiler.compile({
      mainFilePath: join(settings.templatesFolder, template, "main.typ"),
      inputs: { data: JSON.stringify(input) },
    });
    const document = result.result;
    if (!document || result.hasError()) {
      const errors = result.takeDiagnostics();
      return { id, diagnostics: errors ? compiler.fetchDiagnostics(errors).map((line) => JSON.stringify(line)) : [] };
    }
    return { id, pdf: new Uint8Array(compiler.pdf(document)) };
  } finally {
    compiler.resetShadow();
    compiler.evictCache(CACHE_AGE);
  }
}

parentPort?.on("message", (message: RenderMessage) => {
  const reply = render(message);
  parentPort?.postMessage(reply);
});
