// A person's own views of a list: filter and order under a name. Written by the commands view.save and view.remove.
import { z } from "zod";
import { defineRoute, hazardReaders } from "./route.ts";

export const savedViewSchema = z.object({
  id: z.uuid(),
  list: z.string(),
  name: z.string(),
  /** The list's query string. */
  query: z.string(),
});
export type SavedView = z.output<typeof savedViewSchema>;

export const getSavedViews = defineRoute({
  method: "GET",
  path: "/api/v1/saved-views",
  summary: "My saved views of a list, in the order they were made",
  by: [...hazardReaders, "tenantAdmin"],
  query: z.object({ list: z.string().max(60) }),
  response: z.object({ views: z.array(savedViewSchema) }),
});
