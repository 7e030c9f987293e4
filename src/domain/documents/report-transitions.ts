// The life of an inspection report, and what may be done to any issued document (design §2, Two documents of a visit).
import type { Row } from "../kernel/entities.ts";
import { mayStart, rowOf, type TransitionRow } from "../visit/transition-row.ts";

export const documentStates = [
  "draft",
  "reviewed",
  "issued",
  "void",
] as const satisfies readonly Row<"documents">["state"][];
export type DocumentState = (typeof documentStates)[number];
export type DocumentCommand = "report.draft" | "report.review" | "report.release" | "document.attach" | "document.void";

export const documentTransitions: readonly TransitionRow<DocumentCommand, DocumentState>[] = [
  {
    command: "report.draft",
    from: [null],
    to: "draft",
    by: ["system", "agencyLead", "agencyReviewer", "expert"],
    requires: { zh: "检查已收尾，还没有报告", en: "A finished visit without a report" },
  },
  {
    command: "report.review",
    from: ["draft", "reviewed"],
    to: "reviewed",
    by: ["agencyReviewer"],
    requires: { zh: "审核人不是检查专家", en: "Another person than the expert" },
  },
  {
    command: "report.release",
    // From draft only where the scheme lets one person release; it is marked.
    from: ["draft", "reviewed"],
    to: "issued",
    by: ["agencyLead"],
    requires: {
      zh: "每条隐患要件齐全，签发人不是审核人",
      en: "R7's parts of every hazard, another person than the reviewer",
    },
  },
  {
    command: "document.attach",
    from: ["issued"],
    to: null,
    by: ["system"],
    requires: { zh: "文书已制成", en: "The rendered document" },
  },
  {
    command: "document.void",
    from: ["draft", "reviewed", "issued"],
    to: "void",
    by: ["agencyLead", "officer"],
    requires: { zh: "原因", en: "Reason" },
  },
];

export function documentRow(command: DocumentCommand) {
  return rowOf(documentTransitions, command);
}

export function mayOnDocument(command: DocumentCommand, state: DocumentState | null): boolean {
  return mayStart(documentTransitions, command, state);
}
