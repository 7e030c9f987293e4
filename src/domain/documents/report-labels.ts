// Words of a document's life as a person reads them.
import type { Label } from "../kernel/label.ts";
import type { DocumentCommand, DocumentState } from "./report-transitions.ts";

export const DOCUMENT_STATE_LABELS: Readonly<Record<DocumentState, Label>> = {
  draft: { zh: "待审核", en: "Draft" },
  reviewed: { zh: "待签发", en: "Reviewed" },
  issued: { zh: "已签发", en: "Issued" },
  void: { zh: "已作废", en: "Void" },
};

export const DOCUMENT_COMMAND_LABELS: Readonly<Record<DocumentCommand, Label>> = {
  "report.draft": { zh: "起草报告", en: "Draft report" },
  "report.review": { zh: "审核通过", en: "Review report" },
  "report.release": { zh: "签发报告", en: "Release report" },
  "document.attach": { zh: "文书归档", en: "File the rendered document" },
  "document.void": { zh: "作废文书", en: "Void document" },
};
