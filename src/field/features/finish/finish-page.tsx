// The end of a visit: what is missing, the words to read aloud, the signatures or a recorded refusal, and handing over.
import { useMemo, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Library } from "#domain/law/library.ts";
import { problemText } from "#domain/problems.ts";
import { Fold } from "#ui/fold.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { unsortedCount } from "../../app/tray.ts";
import { type DraftState, useDraft } from "../../app/use-draft.ts";
import { useLibrary } from "../../app/use-library.ts";
import { useLive } from "../../app/use-live.ts";
import { useVisit } from "../../app/use-visit.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import { correctedNow } from "../../store/device.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import { Departure } from "./departure.tsx";
import { EnterprisePerson } from "./enterprise-person.tsx";
import {
  emptyFinish,
  type FinishDraft,
  type Prepared,
  recordToSign,
  type Signer,
  signaturesLeft,
} from "./finish-draft.ts";
import { missingLines, untouchedSections } from "./missing-list.ts";
import { MissingNote } from "./missing-note.tsx";
import { OthersNote } from "./others-note.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { RecordPaper } from "./record-paper.tsx";
import { RefusalForm } from "./refusal-form.tsx";
import { SignaturePad } from "./signature-pad.tsx";
import { Signatures, signerNames } from "./signatures.tsx";
import { spokenSummary } from "./spoken-summary.ts";
import { useServe } from "./use-serve.ts";

interface FinishPageProps {
  readonly scope: string;
  readonly visitId: string;
}

export function FinishPage({ scope, visitId }: FinishPageProps) {
  const rows = useVisit(scope, visitId);
  const library = useLibrary(scope);
  return (
    <VisitFrame title="收尾" rows={library ? rows : undefined}>
      {(found) => (library ? <WithDraft scope={scope} rows={found} library={library} /> : null)}
    </VisitFrame>
  );
}

interface WithDraftProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly library: Library;
}

function WithDraft(props: WithDraftProps) {
  const { visit, enterprise } = props.rows;
  const draft = useDraft<FinishDraft>(`finish/${visit.id}`, () =>
    emptyFinish(visit, enterprise?.principalName ?? null, correctedNow()),
  );
  return draft ? <Finish {...props} draft={draft} /> : null;
}

interface FinishProps extends WithDraftProps {
  readonly draft: DraftState<FinishDraft>;
}

function Finish({ scope, rows, library, draft }: FinishProps) {
  const { visit } = rows;
  const [asking, setAsking] = useState<Signer | "refusal">();
  const { serve, problem, busy } = useServe(scope, rows);
  const { db } = useField();
  const unsorted = useLive(() => unsortedCount(db, visit.id), [db, visit.id]);
  const { person, role, remarks, signed, refusal, departedAt } = draft.value;
  // Put together anew only when something of it changed or a pad opens: on a slow phone it is what takes the time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the draft that the record is made of
  const { now, missing, prepared } = useMemo(() => {
    const moment = correctedNow();
    const lines = visit.status === "finished" ? [] : missingLines(scope, rows, draft.value, library, unsorted ?? 0);
    const made = lines.length === 0 ? recordToSign(rows, draft.value, library, moment) : undefined;
    return { now: moment, missing: lines, prepared: made };
  }, [scope, rows, library, unsorted, person, role, remarks, signed, refusal, departedAt, asking]);
  const record = prepared?.ok ? prepared.value : undefined;
  const left = signaturesLeft(visit, draft.value, record?.digest);
  async function handOver() {
    if (!record || !(await serve(draft.value, record))) return;
    await draft.drop();
    goTo({ page: "served", scope, visitId: visit.id });
  }
  const wait = waitingFor(missing.length, left.missing.length);
  const back = () =>
    goTo(visit.status === "finished" ? { page: "today" } : { page: "visit", scope, visitId: visit.id });
  return (
    <Page
      title="收尾"
      onBack={back}
      actions={
        <button
          type="button"
          className="btn btn--primary btn--main"
          disabled={Boolean(wait) || busy || !record || unsorted === undefined}
          onClick={() => void handOver()}
        >
          {wait ?? (busy ? "正在存" : "签好了，送达企业")}
        </button>
      }
    >
      <ProblemNote text={problem ?? (prepared && !prepared.ok ? problemText(prepared.problem) : undefined)} />
      <MissingNote missing={missing} visitId={visit.id} />
      {visit.status === "finished" ? null : <OthersNote scope={scope} visitId={visit.id} />}
      <EnterprisePerson
        draft={draft}
        principal={rows.enterprise?.principalName ?? null}
        locked={visit.status === "finished"}
      />
      <ReadAloud parts={spokenSummary(rows, dayOf(now))} untouched={untouchedSections(rows, library)} />
      <Signatures visit={visit} draft={draft.value} left={left} ready={record !== undefined} onSign={setAsking} />
      {draft.value.refusal ? (
        <button type="button" className="btn btn--wide" onClick={() => draft.change({ refusal: null })}>
          企业又愿意签了
        </button>
      ) : left.missing.includes("enterprise") ? (
        <button
          type="button"
          className="btn btn--risk btn--wide"
          disabled={!record}
          onClick={() => setAsking("refusal")}
        >
          企业不签：写原因，拍照
        </button>
      ) : null}
      {visit.status === "finished" ? null : <Departure draft={draft} />}
      {record ? (
        <Fold icon="file" title={`看记录　${record.data.number}`}>
          <RecordPaper data={record.data} digest={record.digest} />
        </Fold>
      ) : null}
      <Asking asking={asking} close={() => setAsking(undefined)} rows={rows} draft={draft} record={record} />
    </Page>
  );
}

/** What the main button waits for: 还差2处和2个签字. */
function waitingFor(places: number, signatures: number): string | undefined {
  const parts = [places > 0 ? `${places}处` : null, signatures > 0 ? `${signatures}个签字` : null].filter(Boolean);
  return parts.length > 0 ? `还差${parts.join("和")}` : undefined;
}

interface AskingProps {
  readonly asking: Signer | "refusal" | undefined;
  readonly close: () => void;
  readonly rows: VisitRows;
  readonly draft: DraftState<FinishDraft>;
  readonly record: Prepared | undefined;
}

function Asking({ asking, close, rows, draft, record }: AskingProps) {
  if (!asking || !record) return null;
  const { digest, departedAt } = record;
  if (asking === "refusal") {
    return (
      <RefusalForm
        onCancel={close}
        onDone={(reason, photo) => {
          draft.change({
            departedAt,
            refusal: { signatureId: uuidv7(), reason, photo, refusedAt: correctedNow(), digest },
          });
          close();
        }}
      />
    );
  }
  const { title, name } = signerNames(rows.visit, draft.value)[asking];
  return (
    <SignaturePad
      title={`${title}签字`}
      name={name}
      onCancel={close}
      onDone={(signedBy, drawing) => {
        const drawn = { signatureId: uuidv7(), name: signedBy, drawing, signedAt: correctedNow(), digest };
        draft.change({ departedAt, signed: { ...draft.value.signed, [asking]: drawn } });
        close();
      }}
    />
  );
}
