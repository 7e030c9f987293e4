import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { readyPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { ReinspectDraft, ReinspectProps } from "./reinspect-page.tsx";

/** Sends the verdict with its photo. */
export function useReinspection({ scope, rows, hazard, repairs }: ReinspectProps) {
  const { issue, problem, busy } = useIssue(scope);
  async function save({ photo, passed, reason, days }: ReinspectDraft): Promise<boolean> {
    const { visit } = rows;
    const enterprise = shortName(visit.enterpriseName);
    const ready = photo ? [await readyPhoto(photo, watermarkOf(photo, enterprise, visit.expertName))] : [];
    const base = { hazardId: hazard.id, visitId: visit.id, photos: ready.map((one) => one.args) };
    const isFinal = hazard.status === "awaitingFinalReinspection";
    const deadlineDays = days ?? rows.scheme?.rectificationDays ?? null;
    const deadline = isFinal ? {} : { deadlineDays, deadlineReason: days === null ? null : reason };
    const failing = { ...base, reason, ...deadline };
    return issue([
      {
        name: passed ? "reinspection.pass" : "reinspection.fail",
        args: passed ? base : failing,
        visitId: visit.id,
        about: hazard.description,
        enterprise,
        photos: ready.flatMap((one) => one.sends),
        ...(repairs ? { replaces: repairs } : {}),
      },
    ]);
  }
  return { save, problem, busy };
}
