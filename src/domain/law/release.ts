// Every change of what phones and decisions read of the law is a new version of the library.
import type { LocalDate } from "../calendar/local-date.ts";
import { type DecidedEvent, insert } from "../kernel/change.ts";
import type { LibraryVersions } from "../rows.generated.ts";

/** The number after the newest. */
export function nextLibraryVersion(known: readonly Pick<LibraryVersions, "version">[]): number {
  return Math.max(0, ...known.map((row) => row.version)) + 1;
}

/** The event that makes the change known to phones and caches. `note` says what changed, in a few words. */
export function libraryRelease(
  version: number,
  note: string,
  today: LocalDate,
  referenceSha256: string | null = null,
): DecidedEvent {
  const row = { version, releasedOn: today, note: note.slice(0, 200), referenceSha256 };
  return { subject: { type: "libraryVersions", id: String(version) }, changes: [insert("libraryVersions", row)] };
}
