// The home of a visit: how far the checklist is, who is along, old hazards to look at again, then section by section.
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { countItems } from "#domain/inspection/checklist.ts";
import type { Library } from "#domain/law/library.ts";
import { Icon } from "#ui/icon.tsx";
import { beginCapture } from "../../app/begin-capture.ts";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { useLibrary } from "../../app/use-library.ts";
import { useVisit } from "../../app/use-visit.ts";
import { placeChecklist } from "../../app/visit-checklist.ts";
import { Page } from "../../components/page.tsx";
import { PhotoInput } from "../../components/photo-input.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import { type ChecklistState, checklistState, sectionName } from "./checklist-state.ts";
import { JustRecorded } from "./just-recorded.tsx";
import { OldHazards } from "./old-hazards.tsx";
import { OtherWays } from "./other-ways.tsx";
import { SectionItems } from "./section-items.tsx";
import { Summary } from "./summary.tsx";
import { TodaysHazards } from "./todays-hazards.tsx";
import { UndoToast } from "./undo-toast.tsx";
import { useFindings } from "./use-findings.ts";
import { useSection } from "./use-section.ts";

interface VisitPageProps {
  readonly scope: string;
  readonly visitId: string;
}

export function VisitPage({ scope, visitId }: VisitPageProps) {
  const rows = useVisit(scope, visitId);
  const library = useLibrary(scope);
  return (
    <VisitFrame title="现场检查" rows={library ? rows : undefined}>
      {(found) => (library ? <VisitHome scope={scope} rows={found} library={library} /> : null)}
    </VisitFrame>
  );
}

interface VisitHomeProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly library: Library;
}

function VisitHome({ scope, rows, library }: VisitHomeProps) {
  const { visit } = rows;
  const [whole, setWhole] = useState(false);
  const all = placeChecklist(library, rows, true);
  const built = whole ? all : placeChecklist(library, rows);
  const state = checklistState(built, rows.findings);
  const [current, choose] = useSection(visit.id, state);
  const findings = useFindings(scope, rows);
  const capture = (item?: string) =>
    goTo({ page: "capture", scope, visitId: visit.id, draftId: uuidv7(), ...(item ? { item } : {}) });
  const isInspection = visit.kind === "inspection";
  const { db } = useField();
  const [trouble, setTrouble] = useState<string>();
  async function shoot(photo: TakenPhoto) {
    const draftId = uuidv7();
    try {
      await beginCapture(db, draftId, rows, photo);
    } catch (error) {
      console.error("the photo could not be kept", error);
      return setTrouble("照片没有存下：这台手机的存储写不进去。请先腾出空间，再拍一次。");
    }
    goTo({ page: "capture", scope, visitId: visit.id, draftId });
  }
  return (
    <Page
      title={shortName(visit.enterpriseName)}
      onBack={() => goTo({ page: "today" })}
      actions={
        <>
          <PhotoInput
            source="camera"
            className="btn btn--primary btn--main"
            label="拍隐患"
            onTaken={(photo) => void shoot(photo)}
            onFailed={setTrouble}
          >
            <Icon name="camera" />
            拍隐患
          </PhotoInput>
          <button
            type="button"
            className="btn btn--main btn--side"
            onClick={() => goTo({ page: "finish", scope, visitId: visit.id })}
          >
            <Icon name="sign" />
            收尾
          </button>
        </>
      }
    >
      <ProblemNote text={trouble ?? findings.problem} />
      <JustRecorded rows={rows} />
      <Summary scope={scope} rows={rows} state={state} />
      <OtherWays
        scope={scope}
        visitId={visit.id}
        onLibrary={(photo) => void shoot(photo)}
        onFailed={setTrouble}
        onNoPhoto={() => capture()}
      />
      <TodaysHazards scope={scope} rows={rows} />
      {isInspection ? null : <OldHazards scope={scope} rows={rows} />}
      {isInspection ? (
        <>
          <SectionPicks state={state} current={current} onPick={choose} />
          <SectionItems
            scope={scope}
            rows={rows}
            state={state}
            current={current}
            findings={findings}
            onCapture={capture}
          />
          {countItems(built) < countItems(all) ? (
            <button type="button" className="btn btn--wide" onClick={() => setWhole(true)}>
              按这里的标签、行业、风险和季节选了{countItems(built)}项，看全部{countItems(all)}项
            </button>
          ) : null}
          <UndoToast held={findings.held} onUndo={findings.undo} />
        </>
      ) : null}
    </Page>
  );
}

interface SectionPicksProps {
  readonly state: ChecklistState;
  readonly current: string;
  readonly onPick: (code: string) => void;
}

function SectionPicks({ state, current, onPick }: SectionPicksProps) {
  return (
    <nav className="chiprow scroll-x" aria-label="清单各部分">
      {state.sections.map(({ section, answered }) => {
        const on = section.code === current;
        return (
          <button
            key={section.code}
            ref={on ? bringIntoView : undefined}
            type="button"
            className={on ? "pick pick--on" : "pick"}
            aria-current={on}
            onClick={() => onPick(section.code)}
          >
            {sectionName(section.title)}
            <small>
              {answered} / {section.items.length}
            </small>
          </button>
        );
      })}
    </nav>
  );
}

function bringIntoView(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: "nearest", inline: "center" });
}
