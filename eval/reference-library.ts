// The library of the reference files, as server and phone have it.
import { fileURLToPath } from "node:url";
import { buildLibrary, type Library } from "#domain/law/library.ts";
import { readReference } from "#server/library/read-reference.ts";

export function referenceLibrary(): Library {
  return buildLibrary(readReference(fileURLToPath(new URL("../reference", import.meta.url))));
}
