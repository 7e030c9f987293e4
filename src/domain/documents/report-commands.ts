// Every command on reports and issued documents.
import type { AnyCommand } from "../kernel/command.ts";
import { draftReport } from "./report-draft.ts";
import { attachDocument, voidDocument } from "./report-filing.ts";
import { releaseReport, reviewReport } from "./report-release.ts";

export const documentCommands: readonly AnyCommand[] = [
  draftReport,
  reviewReport,
  releaseReport,
  attachDocument,
  voidDocument,
];
