// Whether an error says that the database could not be asked or that its answer was lost. What it did with an act is then
// unknown: nothing is acknowledged, and sending the same command again gets the stored outcome or decides it.

/** The server went down, is starting or stopping, or takes no more connections. */
const SQL_STATES = /^(08...|57P0[1-5]|53300)$/;
const SYSTEM_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);
/** What `pg` says without a code. */
const WORDS =
  /Connection terminated|connection error and is not queryable|Client was closed|timeout exceeded when trying/;

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return SQL_STATES.test(code) || SYSTEM_CODES.has(code) || WORDS.test(error.message);
}
