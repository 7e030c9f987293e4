// Every job by name. A job reads its rows by `id`, and changes state only by commands.
import type { Services } from "../services.ts";
import type { JobHandlers } from "./queue.ts";

export function jobHandlers(_services: Services): JobHandlers {
  return {};
}
