// 导入企业名单: 选文件 → 对列名 → 核对 → 存入. Nothing is stored before the last step.
import { useState } from "react";
import { Link } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { ChooseFile } from "./choose-file.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportReview } from "./import-review.tsx";
import { ImportSteps } from "./import-steps.tsx";
import "../../forms/forms.css";
import "./import.css";
import { MapColumns } from "./map-columns.tsx";
import { PastImports } from "./past-imports.tsx";
import { useImport } from "./use-import.ts";

export function ImportPage() {
  const say = useSay();
  const work = useImport();
  const [step, setStep] = useState<1 | 2 | 3 | 4>(1);
  const shown = work.file === undefined ? 1 : step;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <nav className="crumbs" aria-label={say("位置", "Where")}>
            <Link to="/enterprises">{say("企业", "Enterprises")}</Link>
            <Icon name="right" />
            <span>{say("导入名单", "Import")}</span>
          </nav>
          <h1>{say("导入企业名单", "Import the enterprise list")}</h1>
          <p className="page__lead">
            {work.file ? (
              <>
                <Icon name="file" /> {work.file.name}
                {work.preview
                  ? say(`，认出${countRead(work.preview)}家`, `, ${countRead(work.preview)} recognized`)
                  : ""}
              </>
            ) : (
              say("上级发来的表、自己的台账都行，不用改格式。", "Any list with a head; no template needed.")
            )}
          </p>
        </div>
        {work.file && shown < 4 ? (
          <div className="page__acts">
            <button
              type="button"
              className="btn"
              onClick={() => {
                work.restart();
                setStep(1);
              }}
            >
              {say("换一个文件", "Another file")}
            </button>
          </div>
        ) : null}
      </div>
      <ImportSteps now={shown} onStep={(to) => setStep(to)} last={say("存入名册", "Save")} />
      {shown === 1 ? (
        <>
          <ChooseFile work={work} onChosen={() => setStep(2)} />
          <PastImports />
        </>
      ) : null}
      {shown === 2 ? <MapColumns work={work} onNext={() => setStep(3)} /> : null}
      {shown === 3 ? <ImportReview work={work} onMap={() => setStep(2)} onSaving={() => setStep(4)} /> : null}
      {shown === 4 ? (
        <ImportProgress
          work={work}
          onAgain={() => {
            work.restart();
            setStep(1);
          }}
        />
      ) : null}
    </div>
  );
}

function countRead({
  counts,
}: {
  readonly counts: { readonly new: number; readonly updated: number; readonly unchanged: number };
}) {
  return counts.new + counts.updated + counts.unchanged;
}
