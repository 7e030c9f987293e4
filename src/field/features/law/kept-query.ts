// The words last searched for, so that the way back from a result finds them again. Until the app is closed.
const KEY = "bihuan.field.query";

export function keptQuery(): string {
  return sessionStorage.getItem(KEY) ?? "";
}

export function keepQuery(words: string): void {
  sessionStorage.setItem(KEY, words);
}
