// 导入纸质台账: half a year of hazards already on paper. 选文件 → 对列名 → 核对 → 存入; nothing is stored before the last step.
import { useState } from "react";
import { Link } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { ImportSteps } from "./import-steps.tsx";
import "../../forms/forms.css";
import "./import.css";
import { PaperColumns } from "./paper-columns.tsx";
import { PaperFile } from "./paper-file.tsx";
import { PaperProgress } from "./paper-progress.tsx";
import { PaperReview } from "./paper-review.tsx";
import { usePaperImport } from "./use-paper-import.ts";

export function PaperImportPage() {
  const say = useSay();
  const work = usePaperImport();
  const [step, setStep] = useState<1 | 2 | 3 | 4>(1);
  const shown = work.isChosen ? step : 1;
  const again = () => {
    work.restart();
    setStep(1);
  };
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <nav className="crumbs" aria-label={say("位置", "Where")}>
            <Link to="/hazards">{say("隐患", "Hazards")}</Link>
            <Icon name="right" />
            <span>{say("导入纸质台账", "Import from paper")}</span>
          </nav>
          <h1>{say("导入纸质台账的隐患", "Import hazards already on paper")}</h1>
          <p className="page__lead">
            {work.isChosen ? (
              <>
                <Icon name="file" /> {work.choices.fileName}
              </>
            ) : (
              say(
                "一行一条：企业、部位、隐患、日期、状态、照片文件名。没销号的接着整改、复查、销号。",
                "One hazard a row. Open ones go on as any other.",
              )
            )}
          </p>
        </div>
        {work.isChosen && shown < 4 ? (
          <div className="page__acts">
            <button type="button" className="btn" onClick={again}>
              {say("换一个文件", "Another file")}
            </button>
          </div>
        ) : null}
      </div>
      <ImportSteps now={shown} onStep={(to) => setStep(to)} last={say("存入隐患", "Save")} />
      {shown === 1 ? <PaperFile work={work} onChosen={() => setStep(2)} /> : null}
      {shown === 2 ? <PaperColumns work={work} onNext={() => setStep(3)} /> : null}
      {shown === 3 ? <PaperReview work={work} onSaving={() => setStep(4)} /> : null}
      {shown === 4 ? <PaperProgress work={work} onAgain={again} /> : null}
    </div>
  );
}
