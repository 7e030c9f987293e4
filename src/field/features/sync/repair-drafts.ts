// Repair of a re-inspection: its form filled in again as the refused command was, with its photo.

import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { failArgs, passArgs } from "#domain/hazard/args.ts";
import { saveDraft } from "../../store/drafts.ts";
import type { FieldDatabase, OutboxCommand } from "../../store/field-database.ts";

export async function retractReinspectDraft(db: FieldDatabase, command: OutboxCommand): Promise<void> {
  if (!command.name.startsWith("reinspection.")) return;
  const passed = command.name === "reinspection.pass";
  const parsed = z.object({ args: passed ? passArgs : failArgs }).safeParse(JSON.parse(command.text));
  if (!parsed.success) return;
  const { args } = parsed.data;
  const [photo] = args.photos;
  const working = photo && (await db.photos.get([command.scope, photo.sha256]));
  const original = photo?.originalSha256 ? await db.photos.get([command.scope, photo.originalSha256]) : undefined;
  const taken = working
    ? {
        slotId: uuidv7(),
        original: original?.blob ?? working.blob,
        upright: working.blob,
        marks: [],
        takenAt: photo.takenAt,
        source: photo.source === "library" ? "library" : "camera",
      }
    : null;
  await saveDraft(db, `reinspect/${args.visitId}/${args.hazardId}`, {
    photo: taken,
    passed,
    reason: "reason" in args ? args.reason : "",
    days: "deadlineDays" in args ? (args.deadlineDays ?? null) : null,
  });
}
