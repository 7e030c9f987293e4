// What the server last said of this app's age; kept until an answer says otherwise, so that it stands without a signal too.

const WANTED = "bihuan.field.update";
const listeners = new Set<() => void>();

/** Takes the server's sentence; undefined where the app is new enough. */
export function rememberUpdate(sentence: string | undefined): void {
  if (updateWanted() === (sentence ?? "")) return;
  localStorage.setItem(WANTED, sentence ?? "");
  for (const listener of listeners) listener();
}

/** The server's sentence, or nothing. */
export function updateWanted(): string {
  return localStorage.getItem(WANTED) ?? "";
}

export function onUpdateWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
