// What the server's parts are handed at start. Nothing here is reached through a global.
import type { WorkingCalendar } from "#domain/calendar/working-days.ts";
import type { SuggestionProvider } from "#domain/law/suggestion/suggest.ts";
import type { Clock } from "./clock.ts";
import type { WritePath } from "./commands/handle.ts";
import type { Database } from "./db/pool.ts";
import type { PdfRenderer } from "./documents/render-pdf.ts";
import type { BlobStore } from "./files/blob-store.ts";
import type { CachedLibrary } from "./library/library-cache.ts";

export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly dataDir: string;
  /** The address people reach us at, without a slash at the end. */
  readonly publicUrl: string;
  /** Private targets ('host' or 'host:port') that messages may go to; all others are refused. */
  readonly privateTargets: ReadonlySet<string>;
  readonly writePath: WritePath;
  readonly blobs: BlobStore;
  readonly renderer: PdfRenderer;
  readonly publishedDays: WorkingCalendar;
  /** The customer's own model for suggestions; null for our ranker. */
  readonly suggestionProvider: SuggestionProvider | null;
  /** The newest law library with its search index. */
  readonly library: () => Promise<CachedLibrary>;
  /** True only in the demonstration: a page signs in as any person of the story. */
  readonly demonstration: boolean;
}
