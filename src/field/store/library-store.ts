// The stored library built into one object, once, when a screen first asks.
import { buildLibrary, type Library } from "#domain/law/library.ts";
import type { LibraryRows } from "#domain/law/library-rows.ts";
import type { SuggestGround } from "#domain/law/suggestion/suggest.ts";
import { onNewLibrary, storedLibrary } from "./library-database.ts";

const EMPTY: LibraryRows = { version: 0, instruments: [], versions: [], articles: [], items: [], citations: [] };

let kept: { readonly library: Library } | undefined;
onNewLibrary(() => {
  kept = undefined;
});

/** The newest library on this phone; empty before the first pull. */
export async function readLibrary(): Promise<Library> {
  if (kept) return kept.library;
  const library = buildLibrary((await storedLibrary()) ?? EMPTY);
  kept = { library };
  return library;
}

let opened: Promise<SuggestGround["model"]> | undefined;

/** The trained model over the newest library. The model is a part of its own, loaded when first asked for. */
export async function readSuggestGround(): Promise<SuggestGround> {
  opened ??= openPackedModel();
  return { model: await opened, library: await readLibrary() };
}

async function openPackedModel(): Promise<SuggestGround["model"]> {
  const [{ openModel }, { PACKED_MODEL }] = await Promise.all([
    import("#domain/law/suggestion/model.ts"),
    import("#domain/law/suggestion/model.generated.ts"),
  ]);
  return openModel(PACKED_MODEL);
}
