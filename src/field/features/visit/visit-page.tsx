// The home of a visit: how far the checklist is, who is along, old hazards to look at again, then section by section.
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { clockOf } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Library } from "#domain/law/library.ts";
import { Bar } from "#ui/bar.tsx";
import { Icon } from "#ui/icon.tsx";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { checklistTags } from "../../app/site-tags.ts";
import { useLibrary } from "../../app/use-library.ts";
import { useVisit } from "../../app/use-visit.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import type { VisitRows } from "../../store/visit-rows.ts";
import { type ChecklistState, checklistState, sectionName, visitChecklist } from "./checklist-state.ts";
import { SectionItems } from "./section-items.tsx";
import { UndoToast } from "./undo-toast.tsx";
import { useFindings } from "./use-findings.ts";
import { useSection } from "./use-section.ts";

interface VisitPageProps {
  readonly scope: string;
  readonly visitId: string;
}

export function VisitPage({ scope, visitId }: VisitPageProps) {
  const rows = useVisit(scope, visitId);
  const library = useLibrary();
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
  const tags = checklistTags(rows.site?.tags ?? "[]");
  const [whole, setWhole] = useState(false);
  const state = checklistState(visitChecklist(library, whole ? [] : tags), rows.findings);
  const [current, choose] = useSection(visit.id, state);
  const findings = useFindings(scope, rows);
  const capture = (item?: string) =>
    goTo({ page: "capture", scope, visitId: visit.id, draftId: uuidv7(), ...(item ? { item } : {}) });
  const isInspection = visit.kind === "inspection";
  return (
    <Page
      title={shortName(visit.enterpriseName)}
      onBack={() => goTo({ page: "today" })}
      actions={
        <>
          <button type="button" className="btn btn--primary btn--main" onClick={() => capture()}>
            <Icon name="camera" />
            拍隐患
          </button>
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
      <ProblemNote text={findings.problem} />
      <Summary scope={scope} rows={rows} state={state} />
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
          {tags.length > 0 && !whole ? (
            <button type="button" className="btn btn--wide" onClick={() => setWhole(true)}>
              按场所标签选了{state.total}项，看全部{library.items.size}项
            </button>
          ) : null}
          <UndoToast held={findings.held} onUndo={findings.undo} />
        </>
      ) : null}
    </Page>
  );
}

interface SummaryProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly state: ChecklistState;
}

function Summary({ scope, rows, state }: SummaryProps) {
  const { visit } = rows;
  const old = rows.hazards.filter((one) => one.siteId === visit.siteId && one.visitId !== visit.id && isOpen(one));
  const people = [visit.expertName, visit.accompaniedName].filter(Boolean).join("、");
  return (
    <section className="panel">
      <div className="panel__body panel__body--top">
        {visit.kind === "inspection" ? (
          <>
            <div className="row row--between">
              <b>
                清单 {state.answered} / {state.total}
              </b>
              <span className="muted">
                {state.answered < state.total ? `还有${state.total - state.answered}项` : "都勾完了"}
              </span>
            </div>
            <div className="bar-room">
              <Bar share={state.total === 0 ? 0 : state.answered / state.total} />
            </div>
          </>
        ) : null}
        <div className="row row--wrap">
          <span className="tag">
            <Icon name="pin" />
            {clockOf(visit.arrivedAt)}到场
          </span>
          <span className="tag">
            <Icon name="users" />
            {people}
          </span>
        </div>
      </div>
      {visit.accompaniedBy === null && visit.kind === "inspection" ? (
        <Line
          icon="users"
          look="dot--step-2"
          title="谁陪同还没记"
          under="街道的人，或没人陪同的原因"
          onOpen={() => goTo({ page: "accompany", scope, visitId: visit.id })}
        />
      ) : null}
      {old.length > 0 ? (
        <Line
          icon="again"
          look="dot--step-4"
          title={`旧隐患${old.length}条，今天复查`}
          under={old.map((one) => one.description).join("；")}
          onOpen={() => goTo({ page: "reinspect", scope, visitId: visit.id, hazardId: old[0]?.id ?? "" })}
        />
      ) : null}
    </section>
  );
}

interface LineProps {
  readonly icon: "users" | "again";
  readonly look: string;
  readonly title: string;
  readonly under: string;
  readonly onOpen: () => void;
}

function Line({ icon, look, title, under, onOpen }: LineProps) {
  return (
    <button type="button" className="line" onClick={onOpen}>
      <span className={`dot ${look}`}>
        <Icon name={icon} />
      </span>
      <span className="grow">
        <span className="line__t">{title}</span>
        <br />
        <span className="line__s">{under}</span>
      </span>
      <Icon name="right" />
    </button>
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
