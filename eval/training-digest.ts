// Names what a model was made of, so that a test can tell a model older than its texts.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const TRAINING = fileURLToPath(new URL("training", import.meta.url));
const LEXICON = fileURLToPath(new URL("lexicon", import.meta.url));
const REFERENCE = fileURLToPath(new URL("../reference", import.meta.url));
const TABLES = [
  "clause-conditions.csv",
  "confusable-items.csv",
  "hazard-catalogue.csv",
  "ordinary-clauses.csv",
  "trade-words.csv",
];

/** SHA-256 over names and bytes of every file the model learns from, in lower-case hexadecimal. */
export function trainingDigest(): string {
  const files = [...filesIn(TRAINING), ...filesIn(LEXICON), ...TABLES.map((name) => join(REFERENCE, name))];
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(file.lastIndexOf("/") + 1)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}
