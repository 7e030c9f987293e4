// Every job by name. A job reads its rows by `id`, is safe to run twice, and changes state only by commands.
import { derivedId } from "#domain/kernel/derived-id.ts";
import { issue, systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { documentsWaiting, printDocument } from "../documents/print-document.ts";
import { tellHazard } from "../messages/tell-hazard.ts";
import { tellTip } from "../messages/tell-tip.ts";
import type { Services } from "../server-parts.ts";
import type { JobHandlers } from "./queue.ts";
import { reviewLawChange } from "./review-law-change.ts";
import { reviewOwnInstrument } from "./review-own-instrument.ts";

export function jobHandlers(services: Services): JobHandlers {
  return {
    "report.draft": async ({ tenantId, id: visitId }) => {
      if (!(await isInspection(services, tenantId, visitId))) return;
      const documentId = derivedId(visitId, "report");
      const outcome = await issue(services.writePath, "report.draft", tenantId, "report.draft", {
        documentId,
        visitId,
      });
      if (outcome.status === "refused") console.error(`report of visit ${visitId}: ${outcome.problem?.code}`);
    },
    "document.render": async ({ tenantId, id }) => {
      await printDocument(services, tenantId, id);
    },
    "document.renderWaiting": async ({ tenantId, id: slotId }) => {
      for (const documentId of await documentsWaiting(services, tenantId, slotId))
        await printDocument(services, tenantId, documentId);
    },
    "message.hazard": async ({ tenantId, id }) => {
      await tellHazard(services, tenantId, id);
    },
    "message.tip": async ({ tenantId, id }) => {
      await tellTip(services, tenantId, id);
    },
    "law.review": ({ id }) => reviewLawChange(services, id),
    "law.reviewOwn": ({ tenantId, id }) => reviewOwnInstrument(services, tenantId, id),
  };
}

/** A re-inspection closes or reopens hazards; the report with its advice belongs to the inspection that found them (R6). */
async function isInspection({ database }: Services, tenantId: string, visitId: string): Promise<boolean> {
  const actor = systemActor("report.draft");
  const visit = await asActor(
    database,
    tenantId,
    actor,
    ({ db }) => db.selectFrom("visits").select("kind").where("id", "=", visitId).executeTakeFirst(),
    { readOnly: true },
  );
  return visit?.kind === "inspection";
}
