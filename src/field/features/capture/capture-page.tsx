// Capturing a hazard in three steps: photo, drawing and item, a look over what is filled in. Everything is kept at each step.
import type { Library } from "#domain/law/library.ts";
import {
  type CaptureDraft,
  chooseItem,
  emptyCapture,
  likelyPlace,
  stepOf,
  steps,
  stepWords,
} from "../../app/capture-draft.ts";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { type DraftState, useDraft } from "../../app/use-draft.ts";
import { useLibrary } from "../../app/use-library.ts";
import { useVisit } from "../../app/use-visit.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import type { VisitRows } from "../../store/visit-rows.ts";
import { CheckStep } from "./check-step.tsx";
import { draftOfRefused } from "./draft-of-refused.ts";
import { MarkStep } from "./mark-step.tsx";
import { PhotoStep } from "./photo-step.tsx";

interface CapturePageProps {
  readonly scope: string;
  readonly visitId: string;
  readonly draftId: string;
  readonly item?: string;
  readonly repairs?: string;
}

export function CapturePage(props: CapturePageProps) {
  const rows = useVisit(props.scope, props.visitId);
  const library = useLibrary(props.scope);
  return (
    <VisitFrame title="拍隐患" rows={library ? rows : undefined}>
      {(found) => (library ? <Capture {...props} rows={found} library={library} /> : null)}
    </VisitFrame>
  );
}

export interface CaptureStepProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly library: Library;
  readonly draft: DraftState<CaptureDraft>;
  readonly frame: (content: React.ReactNode, actions?: React.ReactNode, under?: React.ReactNode) => React.ReactNode;
  readonly leave: () => void;
  readonly repairs?: string;
}

function Capture(props: CapturePageProps & { readonly rows: VisitRows; readonly library: Library }) {
  const { scope, visitId, draftId, item, repairs, rows, library } = props;
  const { db } = useField();
  const draft = useDraft<CaptureDraft>(`capture/${draftId}`, async () => {
    const refused = repairs ? await draftOfRefused(db, scope, repairs) : undefined;
    if (refused) return refused;
    const empty = emptyCapture(visitId, item ?? null, likelyPlace(rows));
    return item ? { ...empty, ...chooseItem(empty, library, item) } : empty;
  });
  if (!draft) return null;
  const step = stepOf(draft.value);
  const leave = () => goTo({ page: "visit", scope, visitId });
  const at = steps.indexOf(step);
  const back = () => {
    const before = steps[at - 1];
    // The picture is there: the way back is the visit, not the question for a picture.
    if (before && before !== "photo") draft.change({ step: before });
    else leave();
  };
  const frame: CaptureStepProps["frame"] = (content, actions, under) => (
    <Page
      title="拍隐患"
      onBack={back}
      under={
        <>
          <Progress at={at} />
          {under}
        </>
      }
      actions={actions}
    >
      <ProblemNote text={draft.problem} />
      {content}
    </Page>
  );
  const shared = { scope, rows, library, draft, frame, leave, ...(repairs ? { repairs } : {}) };
  switch (step) {
    case "photo":
      return <PhotoStep {...shared} />;
    case "mark":
      return <MarkStep {...shared} />;
    case "check":
      return <CheckStep {...shared} />;
    default:
      return step satisfies never;
  }
}

function Progress({ at }: { readonly at: number }) {
  return (
    <ol className="prog" aria-label="三步">
      {steps.map((step, index) => (
        <li
          key={step}
          className={index === at ? "is-now" : index < at ? "is-done" : ""}
          aria-current={index === at ? "step" : undefined}
        >
          {index < at ? "✓ " : ""}
          {stepWords[step]}
        </li>
      ))}
    </ol>
  );
}
