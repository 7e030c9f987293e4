// Where the rows behind a figure are listed: a list of the console and the filter that leaves exactly them.
import { z } from "zod";

export const rowsLinkSchema = z.object({
  list: z.enum(["enterprises", "hazards", "workItems"]),
  /** Keys and values as the list's own query knows them. */
  filter: z.record(z.string(), z.string()),
});
export type RowsLink = z.output<typeof rowsLinkSchema>;

/** A count with its rows behind it. */
export const figureSchema = z.object({ count: z.int(), rows: rowsLinkSchema });
export type Figure = z.output<typeof figureSchema>;
