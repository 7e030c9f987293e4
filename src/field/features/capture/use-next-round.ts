// What was photographed is the old hazard itself: a failed re-inspection with these photos, and its next round begins.
import type { Row } from "#domain/kernel/entities.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { readyPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { CaptureStepProps } from "./capture-page.tsx";
import { findingFor } from "./use-record.ts";

export function useNextRound({ scope, rows, draft }: CaptureStepProps) {
  const { issue, problem, busy } = useIssue(scope);
  async function nextRound(hazard: Row<"hazards">): Promise<boolean> {
    const { visit } = rows;
    const { photos, days, description } = draft.value;
    const enterprise = shortName(visit.enterpriseName);
    const ready = await Promise.all(
      photos.map((photo) => readyPhoto(photo, watermarkOf(photo, enterprise, visit.expertName))),
    );
    const reason = description.trim() || `又查到：${hazard.description}`;
    const args = {
      hazardId: hazard.id,
      visitId: visit.id,
      photos: ready.map((one) => one.args),
      reason,
      ...(hazard.status === "awaitingFinalReinspection"
        ? {}
        : {
            deadlineDays: days ?? rows.scheme?.rectificationDays ?? null,
            deadlineReason: days === null ? null : reason,
          }),
    };
    const photosToSend = ready.flatMap((one) => one.sends);
    const about = hazard.description;
    const common = { visitId: visit.id, enterprise };
    const failed = { ...common, name: "reinspection.fail", args, about, photos: photosToSend };
    return issue([...findingFor(draft.value, rows, common), failed]);
  }
  return { nextRound, problem, busy };
}
