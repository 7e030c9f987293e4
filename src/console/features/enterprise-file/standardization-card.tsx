import { useState } from "react";
import type { EnterpriseFile } from "#api/enterprises.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { useMembership } from "../../session/session-context.ts";
import { shortDay } from "../../words/day-words.ts";
import { certificateWords } from "../../words/due-words.ts";
import { gradeWords, standardizationWords } from "../../words/standardization-words.ts";
import { StandardizationDrawer } from "./standardization-drawer.tsx";

const recorders: ReadonlySet<string> = new Set(["officer", "officeLead", "agencyLead"]);

/** 标准化: every state it went through, the newest first; a certificate with the days it still has. */
export function StandardizationCard({ file }: { readonly file: EnterpriseFile }) {
  const { standardizations, day } = file;
  const say = useSay();
  const word = useWord();
  const mayRecord = recorders.has(useMembership().role);
  const [recording, setRecording] = useState(false);
  return (
    <section className="card" aria-labelledby="standardization">
      <div className="card__head">
        <h2 id="standardization">{say("标准化", "Standardization")}</h2>
        {mayRecord ? (
          <button type="button" className="linklike" onClick={() => setRecording(true)}>
            {say("登记", "Record")}
            <span className="sr-only">{say("标准化", " standardization")}</span>
          </button>
        ) : null}
      </div>
      {standardizations.length === 0 ? (
        <EmptyState icon="shield" title={say("还没有标准化记录", "None recorded")} />
      ) : (
        <div className="card__body">
          <table className="table table--tight table--flush">
            <tbody>
              {standardizations.map((one, index) => (
                <tr key={one.id}>
                  <td>
                    {word(standardizationWords[one.state])}
                    {one.grade ? `，${word(gradeWords[one.grade])}` : ""}
                    <span className="table__sub">
                      {shortDay(one.effectiveFrom, day)}起，{one.recordedByName}记
                      {one.certificateNo ? `，证书${one.certificateNo}` : ""}
                    </span>
                  </td>
                  <td className="num">
                    {index === 0 && one.validTo ? <DueChip {...certificateWords(one.validTo, day, say)} /> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {recording ? <StandardizationDrawer file={file} onClose={() => setRecording(false)} /> : null}
    </section>
  );
}
