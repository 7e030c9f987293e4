// Turns the draft into commands: the finding of its item when it was not given, and the hazard with its photos.

import { type CaptureDraft, nextSequence } from "../../app/capture-draft.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { readyPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { CommandToIssue } from "../../store/issue-commands.ts";
import type { CaptureStepProps } from "./capture-page.tsx";

export function useRecord({ scope, rows, draft, repairs }: CaptureStepProps) {
  const { issue, problem, busy } = useIssue(scope);
  async function record(): Promise<boolean> {
    const { visit } = rows;
    const enterprise = shortName(visit.enterpriseName);
    const photos = await Promise.all(
      draft.value.photos.map((photo) => readyPhoto(photo, watermarkOf(photo, enterprise, visit.expertName))),
    );
    const common = { visitId: visit.id, enterprise };
    const hazard: CommandToIssue = {
      ...common,
      name: "hazard.record",
      about: draft.value.description,
      args: {
        ...recordArgsOf(draft.value, visit.id, nextSequence(rows.hazards, visit.id)),
        photos: photos.map((photo) => photo.args),
      },
      photos: photos.flatMap((photo) => photo.sends),
      ...(repairs ? { replaces: repairs } : {}),
    };
    return issue([...findingFor(draft.value, rows, common), hazard]);
  }
  return { record, problem, busy };
}

/** A hazard photographed before its question was answered answers it. */
export function findingFor(
  draft: Pick<CaptureDraft, "itemCode">,
  { visit, findings }: CaptureStepProps["rows"],
  common: Pick<CommandToIssue, "visitId" | "enterprise">,
): readonly CommandToIssue[] {
  const known = findings.find((one) => one.itemCode === draft.itemCode);
  if (known?.result === "nonconform" || visit.kind !== "inspection") return [];
  const given = [{ itemCode: draft.itemCode, result: "nonconform" }];
  return [{ ...common, name: "finding.record", about: "检查结果", args: { visitId: visit.id, findings: given } }];
}

function recordArgsOf(draft: CaptureDraft, visitId: string, sequence: number) {
  return {
    hazardId: draft.hazardId,
    visitId,
    sequence,
    itemCode: draft.itemCode,
    place: draft.place,
    description: draft.description,
    advice: draft.advice,
    standard: draft.standard,
    ...(draft.clauses ? { citations: draft.clauses } : {}),
    noPhotoReason: draft.photos.length > 0 ? null : draft.noPhotoReason,
    ...(draft.repeatOf ? { repeatOf: draft.repeatOf } : {}),
    severity: draft.suspectedMajor ? "suspectedMajor" : "general",
    severityCase: draft.suspectedMajor ? draft.severityCase : null,
    ...(draft.days === null ? {} : { deadlineDays: draft.days, deadlineReason: draft.daysReason }),
  };
}
