// The library as the tenant of a membership reads it: the shared one with the layer that came with the snapshot.
import { layeredLibrary, offeredLibrary } from "#domain/law/catalogue/layer.ts";
import type { Library } from "#domain/law/library.ts";
import { buildSuggestIndex, type SuggestIndex } from "#domain/law/suggest.ts";
import type { FieldDatabase } from "./field-database.ts";
import { readLibrary } from "./library-store.ts";

interface Layered {
  readonly base: Library;
  readonly version: number;
  readonly library: Library;
  index?: SuggestIndex;
}

const kept = new Map<string, Layered>();

/** Laid over once a snapshot; the shared library itself where the tenant has no layer. */
export async function readLibraryOf(db: FieldDatabase, scope: string): Promise<Library> {
  return (await layeredOf(db, scope)).library;
}

/** What a plain search looks through: only what is asked today, the tenant's own items among it. */
export async function readSuggestIndexOf(db: FieldDatabase, scope: string): Promise<SuggestIndex> {
  const layered = await layeredOf(db, scope);
  layered.index ??= buildSuggestIndex(offeredLibrary(layered.library));
  return layered.index;
}

async function layeredOf(db: FieldDatabase, scope: string): Promise<Layered> {
  const base = await readLibrary();
  const answer = (await db.snapshots.get(scope))?.answer;
  const version = answer?.version ?? 0;
  const known = kept.get(scope);
  if (known && known.base === base && known.version === version) return known;
  const made: Layered = { base, version, library: layeredLibrary(base, answer?.catalogueOverrides ?? []) };
  kept.set(scope, made);
  return made;
}
