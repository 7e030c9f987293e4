// Typst by itself, in a process of its own because its cache is shared within one: a template, its input and its pictures in,
// a PDF out. No worker, no files, no checks of ours. Answers the milliseconds each took.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { loadFonts } from "#server/documents/fonts.ts";
import type { TypstOrder } from "./typst-process.ts";

const TEMPLATES = fileURLToPath(new URL("../templates", import.meta.url));
const KEEPS = 5;

const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [...loadFonts([]).paths] }] });

function pdf({ input, photos }: TypstOrder): Uint8Array {
  for (const { sha256, bytes } of photos) compiler.mapShadow(join(TEMPLATES, "photos", sha256), Buffer.from(bytes));
  const mainFilePath = join(TEMPLATES, "inspection-report", "main.typ");
  const { result } = compiler.compile({ mainFilePath, inputs: { data: input } });
  if (!result) throw new Error("Typst made no document");
  const bytes = compiler.pdf(result);
  compiler.resetShadow();
  compiler.evictCache(KEEPS);
  return bytes;
}

process.on("message", (order: TypstOrder) => {
  const started = performance.now();
  const bytes = pdf(order);
  process.send?.({ milliseconds: performance.now() - started, bytes: bytes.length });
});
