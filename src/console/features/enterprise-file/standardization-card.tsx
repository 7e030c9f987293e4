import type { EnterpriseFile } from "#api/enterprises.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";
import { certificateWords } from "../../words/due-words.ts";
import { gradeWords, standardizationWords } from "../../words/standardization-words.ts";

/** 标准化: every state it went through, the newest first; a certificate with the days it still has. */
export function StandardizationCard({ file: { standardizations, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-labelledby="standardization">
      <div className="card__head">
        <h2 id="standardization">{say("标准化", "Standardization")}</h2>
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
    </section>
  );
}
