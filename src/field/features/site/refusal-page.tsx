// The enterprise refuses: a visit, a re-inspection or to rectify. Who, in which words, a photo; the office decides what follows.
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { refusableLabels } from "#domain/enforcement/labels.ts";
import { type Refusable, refusable } from "#domain/enforcement/statuses.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import { commandsFor } from "#domain/hazard/transitions.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { useLive } from "../../app/use-live.ts";
import { Page } from "../../components/page.tsx";
import { PhotoInput } from "../../components/photo-input.tsx";
import { BlobThumb } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import { HazardChoice } from "./hazard-choice.tsx";
import { readSite, type SiteRows } from "./site-rows.ts";
import { type RefusalToRecord, useRefusal } from "./use-refusal.ts";

interface RefusalPageProps {
  readonly scope: string;
  readonly siteId: string;
}

export function RefusalPage({ scope, siteId }: RefusalPageProps) {
  const { db } = useField();
  const rows = useLive(() => readSite(db, scope, siteId), [db, scope, siteId]);
  return (
    <VisitFrame title="企业拒绝" rows={rows}>
      {(found) => <RefusalForm scope={scope} rows={found} />}
    </VisitFrame>
  );
}

/** Open ones with no proposal on them yet: only those may be referred. */
export function referable(hazards: readonly Row<"hazards">[]): readonly Row<"hazards">[] {
  return hazards.filter(
    (one) => isOpen(one) && !one.referralProposed && commandsFor("expert", one.status).includes("referral.propose"),
  );
}

function RefusalForm({ scope, rows }: { readonly scope: string; readonly rows: SiteRows }) {
  const ofSite = rows.hazards.filter((hazard) => hazard.siteId === rows.site.id);
  const offered = referable(ofSite);
  const [refusal, setRefusal] = useState<RefusalToRecord>(() => ({
    referralIds: Object.fromEntries(offered.map((hazard) => [hazard.id, uuidv7()])),
    what: "reinspection",
    by: "",
    words: "",
    photo: undefined,
    hazardIds: offered.map((hazard) => hazard.id),
  }));
  const change = (part: Partial<RefusalToRecord>) => setRefusal((before) => ({ ...before, ...part }));
  const [trouble, setTrouble] = useState<string>();
  const { record, problem, busy } = useRefusal(scope, rows);
  const lacks = whatIsLacking(refusal);
  const leave = () => goTo({ page: "site", scope, siteId: rows.site.id });
  return (
    <Page
      title="企业拒绝"
      onBack={leave}
      actions={
        <button
          type="button"
          className="btn btn--primary btn--main"
          disabled={busy || lacks !== undefined}
          onClick={() => void record(refusal, offered).then((done) => done && leave())}
        >
          {busy ? "正在存" : (lacks ?? "记下，请街道决定")}
        </button>
      }
    >
      <ProblemNote text={trouble ?? problem} />
      <Note icon="info" title="只写事实，由街道决定要不要移送执法">
        <span className="line__s">先把隐患和期限再说一遍。对方还是不肯，再记在这里。</span>
      </Note>
      <WhatRefused value={refusal.what} onPick={(what) => change({ what })} />
      <TextField
        label="谁拒绝"
        value={refusal.by}
        onChange={(by) => change({ by })}
        offers={rows.enterprise.principalName ? [rows.enterprise.principalName, "门卫"] : ["门卫"]}
      />
      <TextField
        label="原话怎么说"
        long
        value={refusal.words}
        onChange={(words) => change({ words })}
        placeholder="照他说的写，不用改"
      />
      <div className="row">
        <PhotoInput
          source="camera"
          className="pick"
          label="拍当时的情形"
          onTaken={(photo) => change({ photo })}
          onFailed={setTrouble}
        >
          <Icon name="camera" />
          {refusal.photo ? "重拍" : "拍当时的情形（可不拍）"}
        </PhotoInput>
        {refusal.photo ? <BlobThumb blob={refusal.photo.upright} alt="当时的情形" /> : null}
      </div>
      <HazardChoice
        hazards={ofSite.filter(isOpen)}
        offered={offered}
        chosen={refusal.hazardIds}
        onChoose={(hazardIds) => change({ hazardIds })}
      />
    </Page>
  );
}

function whatIsLacking({ by, words, hazardIds }: RefusalToRecord): string | undefined {
  if (hazardIds.length === 0) return "还差选隐患";
  if (!by.trim()) return "还差谁拒绝";
  return words.trim() ? undefined : "还差原话";
}

interface WhatRefusedProps {
  readonly value: Refusable;
  readonly onPick: (what: Refusable) => void;
}

function WhatRefused({ value, onPick }: WhatRefusedProps) {
  return (
    <div className="choices choices--three" role="radiogroup" aria-label="拒绝什么">
      {refusable.map((what) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as wide buttons
        <button
          key={what}
          type="button"
          role="radio"
          aria-checked={what === value}
          className={what === value ? "pick pick--on" : "pick"}
          onClick={() => onPick(what)}
        >
          {refusableLabels[what].zh}
        </button>
      ))}
    </div>
  );
}
