// `npm run train:suggest`: learns the weights of the suggestions from the written texts and writes them into the product.
// The same texts give the same file.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildModelFile } from "./build-model.ts";
import { trainingDigest } from "./training-digest.ts";
import { readWrittenTexts } from "./training-texts.ts";

const FILE = fileURLToPath(new URL("../src/domain/law/suggestion/model.generated.ts", import.meta.url));

const packed = buildModelFile(readWrittenTexts());
const text = `// Made by \`npm run train:suggest\`. Do not edit.
import type { PackedModel } from "./model.ts";

/** SHA-256 of the texts and tables it was made of. */
export const MODEL_MADE_OF = "${trainingDigest()}";

export const PACKED_MODEL: PackedModel = ${JSON.stringify(packed)};
`;
writeFileSync(FILE, text);
const kilobytes = gzipSync(text, { level: 9 }).length / 1000;
console.log(`${packed.counts.length} features, ${packed.items.length} weights, ${kilobytes.toFixed(1)} kB gzipped`);
