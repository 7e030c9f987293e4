// The one error of the embedded database that a person is meant to read: what happened, then what to do.

export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

/** The way out offered by every message about a machine that cannot run the bundled PostgreSQL. */
export const USE_YOUR_OWN = "or use a PostgreSQL of your own (15 or newer): set DATABASE_URL and DATABASE_OWNER_URL.";

/** The text of anything thrown, for use inside a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's own code of a failed call, such as ENOENT or EACCES. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
