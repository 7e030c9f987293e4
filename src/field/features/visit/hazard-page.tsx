// A hazard of this visit: what was recorded, fixed on the spot, or reported as suspected major afterwards.
import { useState } from "react";
import { dayOf } from "#domain/calendar/local-date.ts";
import { printedArticle } from "#domain/documents/citation.ts";
import { severityLabels } from "#domain/hazard/labels.ts";
import { commandsFor } from "#domain/hazard/transitions.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { CITATION_ROLE_LABELS } from "#domain/law/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import { PhotoPair } from "#ui/photo-pair.tsx";
import { Severity, type SeverityLook } from "#ui/severity.tsx";
import { dueWords } from "../../app/due-words.ts";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { useVisit } from "../../app/use-visit.ts";
import { firstPhoto } from "../../components/hazard-line.tsx";
import { Page } from "../../components/page.tsx";
import { useSlotUrl } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import { correctedNow } from "../../store/device.ts";
import type { VisitRows } from "../../store/visit-rows.ts";

const looks: Readonly<Record<Row<"hazards">["severity"], SeverityLook>> = {
  general: "general",
  suspectedMajor: "suspect",
  major: "major",
};

interface HazardPageProps {
  readonly scope: string;
  readonly visitId: string;
  readonly hazardId: string;
}

export function HazardPage({ scope, visitId, hazardId }: HazardPageProps) {
  const rows = useVisit(scope, visitId);
  const hazard = rows?.hazards.find((one) => one.id === hazardId);
  return (
    <VisitFrame title="隐患" rows={rows && (hazard ? rows : null)}>
      {(found) => (hazard ? <HazardView scope={scope} rows={found} hazard={hazard} /> : null)}
    </VisitFrame>
  );
}

interface HazardViewProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly hazard: Row<"hazards">;
}

function HazardView({ scope, rows, hazard }: HazardViewProps) {
  const { visit } = rows;
  const may = commandsFor("expert", hazard.status);
  const fixable = may.includes("hazard.fixOnSite") && visit.status === "started" && hazard.visitId === visit.id;
  const fixed = rows.photos.find((one) => one.hazardId === hazard.id && one.purpose === "fixedOnSite");
  const before = useSlotUrl(scope, firstPhoto(rows.photos, hazard.id));
  const after = useSlotUrl(scope, fixed);
  return (
    <Page
      title={`隐患${hazard.number.slice(-2)}`}
      onBack={() => goTo({ page: "visit", scope, visitId: visit.id })}
      actions={
        fixable ? (
          <button
            type="button"
            className="btn btn--primary btn--main"
            onClick={() => goTo({ page: "fix", scope, visitId: visit.id, hazardId: hazard.id })}
          >
            <Icon name="camera" />
            当场改好了，拍照
          </button>
        ) : undefined
      }
    >
      <p className="lead">{hazard.description}</p>
      <div className="row row--wrap">
        <DueChip {...dueWords(hazard, dayOf(correctedNow()))} spokenBefore="整改期限：" />
        <Severity look={looks[hazard.severity]} text={severityLabels[hazard.severity].zh} />
        <span className="tag">{hazard.place}</span>
      </div>
      {before ? (
        <PhotoPair
          before={{ src: before, alt: hazard.description, tag: "整改前" }}
          {...(after ? { after: { src: after, alt: "当场改好后", tag: "改好后", after: true } } : {})}
        />
      ) : null}
      <Words hazard={hazard} citations={rows.citations.filter((one) => one.hazardId === hazard.id)} />
      {may.includes("severity.suspect") && hazard.severity === "general" ? (
        <SuspectForm scope={scope} rows={rows} hazard={hazard} />
      ) : null}
    </Page>
  );
}

function Words({
  hazard,
  citations,
}: {
  readonly hazard: Row<"hazards">;
  readonly citations: readonly Row<"hazardCitations">[];
}) {
  return (
    <section className="panel">
      <div className="edit">
        <span className="edit__k">怎么改</span>
        {hazard.advice}
      </div>
      <div className="edit">
        <span className="edit__k">改到什么样</span>
        {hazard.standard}
      </div>
      <Fold icon="book" title={`依据${citations.length}条`}>
        {citations.map((one) => (
          <div key={one.position} className="law">
            <div className="law__head">
              <span className="tag tag--brand">{CITATION_ROLE_LABELS[one.role].zh}</span>《{one.title}》
              {printedArticle(one.article)}
            </div>
            <span className="law__words">{one.summary}</span>
          </div>
        ))}
      </Fold>
    </section>
  );
}

/** Reported to the office, which decides. */
function SuspectForm({ scope, rows, hazard }: HazardViewProps) {
  const [open, setOpen] = useState(false);
  const [severityCase, setCase] = useState("");
  const { issue, problem, busy } = useIssue(scope);
  if (!open) {
    return (
      <button type="button" className="pick pick--dashed" onClick={() => setOpen(true)}>
        <Icon name="ask" />
        疑似重大？请人确认
      </button>
    );
  }
  const enterprise = shortName(rows.visit.enterpriseName);
  const args = { hazardId: hazard.id, severityCase };
  const send = () =>
    issue([{ name: "severity.suspect", args, visitId: rows.visit.id, about: "报疑似重大", enterprise }]);
  return (
    <section className="stack">
      <ProblemNote text={problem} />
      <TextField
        label="属于哪一种情形"
        hint="照判定标准写，街道据此确认。"
        long
        value={severityCase}
        onChange={setCase}
      />
      <button
        type="button"
        className="btn btn--wide"
        disabled={busy || !severityCase.trim()}
        onClick={() => void send()}
      >
        报疑似重大
      </button>
    </section>
  );
}
