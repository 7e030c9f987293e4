// The library's answer is checked here, when it comes, and not by those who only read what is stored.
import { libraryAnswerSchema } from "#api/sync.ts";
import { storeLibrary } from "./library-database.ts";

/** Takes what the server answered; nothing changes when it had nothing newer. */
export async function takeLibrary(answer: unknown): Promise<void> {
  const { rows } = libraryAnswerSchema.parse(answer);
  if (rows) await storeLibrary(rows);
}
