// The clauses in force on the day, folded: one line says how many; inside, each with its role, and a box to leave it out.

import { printedArticle } from "#domain/documents/citation.ts";
import { type Citation, satisfiesR7 } from "#domain/law/citations.ts";
import { CITATION_ROLE_LABELS, CLAUSE_STATE_LABELS, UNVERIFIED_LABEL } from "#domain/law/labels.ts";
import { Fold } from "#ui/fold.tsx";
import { offeredClauses, refOf } from "../../app/capture-draft.ts";
import type { CaptureStepProps } from "./capture-page.tsx";

export function Clauses({ rows, library, draft }: CaptureStepProps) {
  const { itemCode, clauses } = draft.value;
  if (itemCode === null) return null;
  const { divisionCode } = rows.snapshot.answer;
  const offered = offeredClauses(library, itemCode, rows.visit.inspectedOn, divisionCode, clauses ?? []);
  const chosen = offered.filter((clause) => clauses === null || clauses.some((one) => one.ref === refOf(clause)));
  const inForce = chosen.filter((clause) => clause.state === "inForce").length;
  const toggle = (clause: Citation) => {
    const kept = chosen.includes(clause) ? chosen.filter((one) => one !== clause) : [...chosen, clause];
    draft.change({ clauses: kept.map((one) => ({ ref: refOf(one), role: one.role })) });
  };
  return (
    <Fold icon="book" title={satisfiesR7(chosen) ? `依据${inForce}条，今天有效` : "没有今天有效的依据，请换一项"}>
      {offered.map((clause) => (
        <label key={refOf(clause)} className="law law--pick">
          <input type="checkbox" checked={chosen.includes(clause)} onChange={() => toggle(clause)} />
          <span>
            <span className="law__head">
              <span className="tag tag--brand">{CITATION_ROLE_LABELS[clause.role].zh}</span>《{clause.title}》
              {printedArticle(clause.article)}
              {clause.state === "inForce" ? null : <span className="tag">{CLAUSE_STATE_LABELS[clause.state].zh}</span>}
              {clause.verified ? null : <span className="tag">{UNVERIFIED_LABEL.zh}</span>}
            </span>
            <span className="law__words">{clause.summary}</span>
          </span>
        </label>
      ))}
    </Fold>
  );
}
