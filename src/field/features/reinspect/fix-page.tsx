// 当场整改: put right on the very visit that found it, with a second photo beside the first.
import { useState } from "react";
import type { Row } from "#domain/kernel/entities.ts";
import { Icon } from "#ui/icon.tsx";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { useVisit } from "../../app/use-visit.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import { readyPhoto, type TakenPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import { BeforeAndNow } from "./before-and-now.tsx";

interface FixPageProps {
  readonly scope: string;
  readonly visitId: string;
  readonly hazardId: string;
  readonly repairs?: string;
}

export function FixPage({ scope, visitId, hazardId, repairs }: FixPageProps) {
  const rows = useVisit(scope, visitId);
  const hazard = rows?.hazards.find((one) => one.id === hazardId);
  return (
    <VisitFrame title="当场改好" rows={rows && (hazard ? rows : null)}>
      {(found) =>
        hazard ? <Fix scope={scope} rows={found} hazard={hazard} {...(repairs ? { repairs } : {})} /> : null
      }
    </VisitFrame>
  );
}

interface FixProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly hazard: Row<"hazards">;
  readonly repairs?: string;
}

function Fix({ scope, rows, hazard, repairs }: FixProps) {
  const { visit } = rows;
  const [photo, setPhoto] = useState<TakenPhoto>();
  const [note, setNote] = useState("");
  const { issue, problem, busy } = useIssue(scope);
  const leave = () => goTo({ page: "visit", scope, visitId: visit.id });
  async function save(taken: TakenPhoto) {
    const enterprise = shortName(visit.enterpriseName);
    const ready = await readyPhoto(taken, watermarkOf(taken, enterprise, visit.expertName));
    const args = { hazardId: hazard.id, photos: [ready.args], note: note || null };
    const command = { name: "hazard.fixOnSite", args, visitId: visit.id, about: hazard.description, enterprise };
    const saved = await issue([{ ...command, photos: ready.sends, ...(repairs ? { replaces: repairs } : {}) }]);
    if (saved) leave();
  }
  return (
    <Page
      title="当场改好"
      onBack={leave}
      actions={
        <button
          type="button"
          className="btn btn--primary btn--main"
          disabled={!photo || busy}
          onClick={() => photo && void save(photo)}
        >
          {photo ? <Icon name="check" /> : null}
          {photo ? (busy ? "正在存" : "记下，当场销号") : "还差改好后的照片"}
        </button>
      }
    >
      <ProblemNote text={problem} />
      <p className="lead">{hazard.description}</p>
      <BeforeAndNow
        scope={scope}
        hazard={hazard}
        photos={rows.photos}
        taken={photo}
        person={visit.expertName}
        onTaken={setPhoto}
      />
      <section className="panel">
        <div className="edit">
          <span className="edit__k">改到什么样算合格</span>
          {hazard.standard}
        </div>
      </section>
      <TextField label="怎么改的（可不填）" value={note} onChange={setNote} offers={["已移走", "已关好", "已补上"]} />
    </Page>
  );
}
