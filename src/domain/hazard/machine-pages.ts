// The pages of docs/state-machines that are written from the tables of the hazard and its referral.
import { referralStateLabels } from "../enforcement/labels.ts";
import { referralStates } from "../enforcement/statuses.ts";
import { referralTransitions } from "../enforcement/transitions.ts";
import { statusLabels } from "./labels.ts";
import { requirementLabels } from "./requirements.ts";
import { type Machine, stateMachinePage } from "./state-diagram.ts";
import { hazardStatuses } from "./statuses.ts";
import { hazardTransitions } from "./transitions.ts";

const hazardMachine: Machine = {
  title: "The hazard",
  source: "src/domain/hazard/transitions.ts",
  prose:
    "Severity, contest, extension, proposed referral and proposed void hang beside the status and never change it. " +
    "Who holds the hazard follows from both (`src/domain/hazard/holder.ts`). What can no longer be decided where the " +
    "hazard stands falls away and is named on its timeline. Step is R9's: 1 inspection, 2 advice, 3 supervised " +
    "rectification, 4 re-inspection, 5 enforcement.",
  statuses: hazardStatuses.map((name) => ({ name, words: statusLabels[name].zh })),
  rows: hazardTransitions.map((row) => ({
    ...row,
    requires: row.requires.map((requirement) => requirementLabels[requirement].en),
    notes: [
      ...(row.step ? [`step ${row.step}`] : []),
      ...(row.flag ? [`changes \`${row.flag}\``] : []),
      ...(row.nextRound ? ["next round"] : []),
    ],
  })),
};

const referralMachine: Machine = {
  title: "The referral",
  source: "src/domain/enforcement/transitions.ts",
  prose:
    "One row a referral. A failed final re-inspection brings the hazard back to enforcement as a new one, so that the " +
    "first result stays as it was reported. The case itself lives in enforcement's own system.",
  statuses: referralStates.map((name) => ({ name, words: referralStateLabels[name].zh })),
  rows: referralTransitions.map((row) => ({ ...row, requires: row.requires.en ? [row.requires.en] : [], notes: [] })),
};

/** File name in docs/state-machines → text. */
export const machinePages: Readonly<Record<string, string>> = {
  "hazard.md": stateMachinePage(hazardMachine),
  "referral.md": stateMachinePage(referralMachine),
};
