// Every job by name. A job reads its rows by `id`, is safe to run twice, and changes state only by commands.
import { derivedId } from "#domain/kernel/derived-id.ts";
import { issue } from "../commands/issue.ts";
import { documentsWaiting, printDocument } from "../documents/print-document.ts";
import type { Services } from "../services.ts";
import type { JobHandlers } from "./queue.ts";

export function jobHandlers(services: Services): JobHandlers {
  return {
    "report.draft": async ({ tenantId, id: visitId }) => {
      const documentId = derivedId(visitId, "report");
      const outcome = await issue(services.writePath, "report.draft", tenantId, "report.draft", { documentId, visitId });
      if (outcome.status === "refused") console.error(`report of visit ${visitId}: ${outcome.problem?.code}`);
    },
    "document.render": async ({ tenantId, id }) => {
      await printDocument(services, tenantId, id);
    },
    "document.renderWaiting": async ({ tenantId, id: slotId }) => {
      for (const documentId of await documentsWaiting(services, tenantId, slotId)) await printDocument(services, tenantId, documentId);
    },
  };
}
