// The library as the tenant of a membership reads it: the shared one with the layer that came with the snapshot.
import type { SnapshotAnswer } from "#api/sync.ts";
import { layeredLibrary, offeredLibrary, type TenantLayer } from "#domain/law/catalogue/layer.ts";
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

/** For searching outside any visit: with the own instruments and items of every tenant this account works for. */
export async function readLibraryOfAll(db: FieldDatabase): Promise<Library> {
  return (await layeredOfAll(db)).library;
}

export async function readSuggestIndexOfAll(db: FieldDatabase): Promise<SuggestIndex> {
  return indexOf(await layeredOfAll(db));
}

/** What a plain search looks through: only what is asked today, the tenant's own items among it. */
export async function readSuggestIndexOf(db: FieldDatabase, scope: string): Promise<SuggestIndex> {
  return indexOf(await layeredOf(db, scope));
}

function indexOf(layered: Layered): SuggestIndex {
  layered.index ??= buildSuggestIndex(offeredLibrary(layered.library));
  return layered.index;
}

/** One tenant's layer where there is one; of several only what does not contradict: their own items and instruments. */
async function layeredOfAll(db: FieldDatabase): Promise<Layered> {
  const snapshots = await db.snapshots.toArray();
  const [only, second] = snapshots;
  if (only && !second) return layeredOf(db, only.scope);
  const layers = snapshots.map(({ answer }) => layerOf(answer));
  const layer = {
    overrides: layers.flatMap(({ overrides }) => overrides.filter(({ kind }) => kind === "own")),
    instruments: layers.flatMap(({ instruments }) => instruments),
  };
  // Heads of journals only grow.
  const version = snapshots.reduce((sum, { answer }) => sum + answer.version, 0);
  const scopes = snapshots.map(({ scope }) => scope).join(" ");
  return keptOr(scopes, await readLibrary(), version, layer);
}

/** Left out by a server that knows no layers. */
function layerOf(answer: SnapshotAnswer | undefined): TenantLayer {
  return { overrides: answer?.catalogueOverrides ?? [], instruments: answer?.ownInstruments ?? [] };
}

async function layeredOf(db: FieldDatabase, scope: string): Promise<Layered> {
  const answer = (await db.snapshots.get(scope))?.answer;
  return keptOr(scope, await readLibrary(), answer?.version ?? 0, layerOf(answer));
}

function keptOr(key: string, base: Library, version: number, layer: TenantLayer): Layered {
  const known = kept.get(key);
  if (known && known.base === base && known.version === version) return known;
  const made: Layered = { base, version, library: layeredLibrary(base, layer) };
  kept.set(key, made);
  return made;
}
