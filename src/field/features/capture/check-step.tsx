// Step three: everything as it will be recorded, filled in and editable: what is seen and where, advice, standard and clauses
// as the catalogue has them, by when, whether it may be major.
import { useState } from "react";
import { addDays } from "#domain/calendar/local-date.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import type { CatalogueItem } from "#domain/law/library.ts";
import { Icon } from "#ui/icon.tsx";
import { Severity } from "#ui/severity.tsx";
import type { CaptureDraft } from "../../app/capture-draft.ts";
import { useField } from "../../app/field-context.ts";
import { keepJustRecorded } from "../../app/just-recorded.ts";
import { keepPhrase, readPhrases } from "../../app/phrases.ts";
import { goTo } from "../../app/route.ts";
import { useLive } from "../../app/use-live.ts";
import { shortDay } from "../../components/day-picks.tsx";
import { BlobThumb } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { VoiceNote } from "../../components/voice-note.tsx";
import type { CaptureStepProps } from "./capture-page.tsx";
import { Clauses } from "./clauses.tsx";
import { SameBefore } from "./same-before.tsx";
import { useRecord } from "./use-record.ts";

export function CheckStep(props: CaptureStepProps) {
  const { scope, rows, library, draft, frame, leave } = props;
  const { itemCode, suspectedMajor, place } = draft.value;
  const { record, problem, busy } = useRecord(props);
  const { db } = useField();
  const item = itemCode === null ? undefined : library.items.get(itemCode);
  async function save() {
    const saved = await record();
    if (!saved) return;
    const { hazardId, fixNow, description } = draft.value;
    if (item && description !== item.typicalHazard) await keepPhrase(db, item.code, description);
    await draft.drop();
    keepJustRecorded(rows.visit.id, hazardId);
    if (fixNow) goTo({ page: "fix", scope, visitId: rows.visit.id, hazardId });
    else leave();
  }
  const lacks = whatIsLacking(draft.value);
  const { voice = null } = draft.value;
  // What was said stands beside the words it is to become.
  const spoken = <VoiceNote voice={voice} onChange={(changed) => draft.change({ voice: changed })} />;
  return frame(
    <>
      <ProblemNote text={problem} />
      <SameBefore {...props} />
      <Seen {...props} item={item} />
      {voice ? spoken : null}
      <TextField
        label="在哪儿"
        value={place}
        onChange={(value) => draft.change({ place: value })}
        offers={places(rows)}
      />
      <div className="row row--wrap">
        <Severity look={suspectedMajor ? "suspect" : "general"} text={suspectedMajor ? "疑似重大，待确认" : "一般"} />
        {item ? (
          <span className="tag">
            {item.item}
            <span className="sep">·</span>
            {FAMILY_LABELS[item.family].zh.replace(/（.*）$/, "")}
          </span>
        ) : null}
      </div>
      <Deadline {...props} />
      <section className="panel">
        <Editable label="怎么改" value={draft.value.advice} onChange={(advice) => draft.change({ advice })} />
        <Editable label="改到什么样" value={draft.value.standard} onChange={(standard) => draft.change({ standard })} />
        <Clauses {...props} />
      </section>
      <Suspect {...props} suggested={item?.severityDefault === "major"} />
      {voice ? null : spoken}
    </>,
    <button
      type="button"
      className="btn btn--primary btn--main"
      disabled={busy || lacks !== undefined}
      onClick={() => void save()}
    >
      {lacks ? null : <Icon name="check" />}
      {busy ? "正在存" : (lacks ?? "记下这条")}
    </button>,
  );
}

function whatIsLacking({ description, place }: CaptureDraft): string | undefined {
  if (!description.trim()) return "还差看到什么";
  return place.trim() ? undefined : "还差在哪儿";
}

/** The picture, and the words under it: what was typed, or what the catalogue says is typical, by its parts. */
function Seen({ draft, item }: CaptureStepProps & { readonly item: CatalogueItem | undefined }) {
  const { description, photos } = draft.value;
  const [first] = photos;
  const typical = item?.typicalHazard ?? "";
  const parts = typical.includes("、") ? [typical, ...typical.split("、")] : [typical];
  const { db } = useField();
  const own = useLive(() => (item ? readPhrases(db, item.code) : Promise.resolve([])), [db, item?.code]) ?? [];
  const offers = [...new Set([...own, ...parts])].filter((part) => part !== "" && part !== description);
  return (
    <div className="row" style={{ alignItems: "flex-start", gap: 12 }}>
      {first ? (
        <button type="button" className="thumb-open" aria-label="改标注" onClick={() => draft.change({ step: "mark" })}>
          <BlobThumb blob={first.upright} alt="刚拍的照片" />
        </button>
      ) : null}
      <div className="grow">
        <TextField
          label="看到什么"
          long
          value={description}
          onChange={(value) => draft.change({ description: value })}
          offers={offers.slice(0, 4)}
        />
      </div>
    </div>
  );
}

/** Places of this enterprise named before, latest first. */
function places({ hazards }: CaptureStepProps["rows"]): readonly string[] {
  const latest = hazards.toSorted((a, b) => b.foundOn.localeCompare(a.foundOn) || b.number.localeCompare(a.number));
  return [...new Set(latest.map((hazard) => hazard.place))].slice(0, 4);
}

interface EditableProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Shown as words; a tap makes it a field. */
function Editable({ label, value, onChange }: EditableProps) {
  const [editing, setEditing] = useState(value === "");
  if (editing) {
    return (
      <div className="edit">
        <TextField label={label} long value={value} onChange={onChange} />
      </div>
    );
  }
  return (
    <button type="button" className="edit" onClick={() => setEditing(true)}>
      <span className="edit__k">
        {label}
        <Icon name="pen" label="改" />
      </span>
      {value}
    </button>
  );
}

/** Four equal buttons. Fixed on the spot keeps the scheme's days in case it is not put right after all. */
function Deadline({ rows, draft }: CaptureStepProps) {
  const { days, daysReason, fixNow } = draft.value;
  const schemeDays = rows.scheme?.rectificationDays ?? 15;
  const from = rows.visit.inspectedOn;
  const shorter = [3, 7].filter((one) => one < schemeDays);
  const at = fixNow ? 0 : (days ?? schemeDays);
  const pick = (value: number) =>
    draft.change({ fixNow: value === 0, days: value === 0 || value === schemeDays ? null : value });
  return (
    <>
      <h2 className="h-sec">
        几天改好<small>按方案{schemeDays}日，改短要写理由</small>
      </h2>
      <div className="days" role="radiogroup" aria-label="几天改好">
        {[0, ...shorter, schemeDays].map((value) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as buttons, word over date
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={at === value}
            className={at === value ? "pick pick--on" : "pick"}
            onClick={() => pick(value)}
          >
            {value === 0 ? "当场改" : `${value}日`}
            <small>{value === 0 ? "现在" : shortDay(addDays(from, value))}</small>
          </button>
        ))}
      </div>
      {fixNow ? <p className="line__s">记下后拍改好的照片。没改成，就按{schemeDays}日。</p> : null}
      {!fixNow && days !== null ? (
        <TextField
          label="为什么要短"
          value={daysReason}
          onChange={(value) => draft.change({ daysReason: value })}
          offers={["有人身危险", "雨季前须改好", "企业答应先改"]}
        />
      ) : null}
    </>
  );
}

/** The expert only suspects; an officer decides. */
function Suspect({ draft, suggested }: CaptureStepProps & { readonly suggested: boolean }) {
  const { suspectedMajor, severityCase } = draft.value;
  return (
    <>
      <button
        type="button"
        className={suspectedMajor ? "pick pick--on pick--dashed" : "pick pick--dashed"}
        aria-pressed={suspectedMajor}
        onClick={() => draft.change({ suspectedMajor: !suspectedMajor })}
      >
        <Icon name="ask" />
        {suspectedMajor ? "已标疑似重大，请人确认" : "疑似重大？请人确认"}
      </button>
      {suggested && !suspectedMajor ? (
        <p className="line__s">目录把这一项列为可能重大，符合所列情形时请标上。</p>
      ) : null}
      {suspectedMajor ? (
        <TextField
          label="属于哪一种情形"
          hint="照判定标准写，街道据此确认。"
          long
          value={severityCase}
          onChange={(value) => draft.change({ severityCase: value })}
        />
      ) : null}
    </>
  );
}
