// 回头复查: the first photo beside the new one, what counts as done, what the enterprise said; passed or failed.
import { useEffect, useRef } from "react";
import { dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Icon } from "#ui/icon.tsx";
import { dueWords } from "../../app/due-words.ts";
import { goTo } from "../../app/route.ts";
import { useDraft } from "../../app/use-draft.ts";
import { useVisit } from "../../app/use-visit.ts";
import { DayPicks, dayChoices } from "../../components/day-picks.tsx";
import { firstPhoto } from "../../components/hazard-line.tsx";
import { Page } from "../../components/page.tsx";
import { Thumb } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";
import { correctedNow } from "../../store/device.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import { BeforeAndNow } from "./before-and-now.tsx";
import { SamePhotos } from "./same-photos.tsx";
import { useReinspection } from "./use-reinspection.ts";

interface ReinspectPageProps {
  readonly scope: string;
  readonly visitId: string;
  readonly hazardId: string;
  readonly repairs?: string;
}

export interface ReinspectDraft {
  readonly photo: TakenPhoto | null;
  readonly passed: boolean | null;
  readonly reason: string;
  readonly days: number | null;
}

const EMPTY: ReinspectDraft = { photo: null, passed: null, reason: "", days: null };

export function ReinspectPage({ scope, visitId, hazardId, repairs }: ReinspectPageProps) {
  const rows = useVisit(scope, visitId);
  const hazard = rows?.hazards.find((one) => one.id === hazardId);
  return (
    <VisitFrame title="复查" rows={rows && (hazard ? rows : null)}>
      {(found) =>
        hazard ? (
          <Reinspect key={hazard.id} scope={scope} rows={found} hazard={hazard} {...(repairs ? { repairs } : {})} />
        ) : null
      }
    </VisitFrame>
  );
}

export interface ReinspectProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly hazard: Row<"hazards">;
  readonly repairs?: string;
}

function Reinspect(props: ReinspectProps) {
  const { scope, rows, hazard } = props;
  const { visit } = rows;
  const draft = useDraft<ReinspectDraft>(`reinspect/${visit.id}/${hazard.id}`, () => EMPTY);
  const { save, problem, busy } = useReinspection(props);
  if (!draft) return null;
  const { photo, passed } = draft.value;
  const list = rows.hazards.filter(
    (one) => one.siteId === visit.siteId && one.visitId !== visit.id && (isOpen(one) || one.id === hazard.id),
  );
  const at = list.findIndex((one) => one.id === hazard.id);
  const open = (id: string) => goTo({ page: "reinspect", scope, visitId: visit.id, hazardId: id });
  const later = list[at + 1];
  const lacks = whatIsMissing(draft.value);
  async function record() {
    const here = location.hash;
    if (!draft || !(await save(draft.value))) return;
    await draft.drop();
    // The person may have gone to another one meanwhile; nobody is taken away from there.
    if (location.hash !== here) return;
    const next = list.find((one) => one.id !== hazard.id && isOpen(one));
    if (next) open(next.id);
    else goTo({ page: "visit", scope, visitId: visit.id });
  }
  return (
    <Page
      title={`复查 ${at + 1} / ${list.length}`}
      onBack={() => goTo({ page: "visit", scope, visitId: visit.id })}
      actions={
        <>
          <button
            type="button"
            className="btn btn--primary btn--main"
            disabled={busy || lacks !== undefined}
            onClick={() => void record()}
          >
            {busy ? "正在存" : (lacks ?? "记下这条")}
          </button>
          {later ? (
            <button type="button" className="btn btn--main btn--side" onClick={() => open(later.id)}>
              下一条
            </button>
          ) : null}
        </>
      }
    >
      {list.length > 1 ? (
        <Others scope={scope} list={list} here={hazard.id} photos={rows.photos} onOpen={open} />
      ) : null}
      <ProblemNote text={problem ?? draft.problem} />
      <div>
        <p className="lead">{hazard.description}</p>
        <div className="row row--wrap" style={{ marginTop: 8 }}>
          <Submitted hazard={hazard} />
          <span className="tag">第{hazard.round}轮</span>
          <span className="tag">{hazard.place}</span>
        </div>
      </div>
      <SamePhotos scope={scope} hazard={hazard} photos={rows.photos} />
      <BeforeAndNow
        scope={scope}
        hazard={hazard}
        photos={rows.photos}
        taken={photo ?? undefined}
        person={visit.expertName}
        onTaken={(taken) => draft.change({ photo: taken })}
      />
      <Standard hazard={hazard} acts={rows.acts} />
      <h2 className="h-sec">您看合格吗</h2>
      <Verdict passed={passed} onChoose={(chosen) => draft.change({ passed: chosen })} />
      {passed === false ? (
        <Failing rows={rows} hazard={hazard} value={draft.value} onChange={draft.change} />
      ) : (
        <p className="line__s">选“不合格”要写原因和新期限，进入第{hazard.round + 1}轮。</p>
      )}
    </Page>
  );
}

interface OthersProps {
  readonly scope: string;
  readonly list: readonly Row<"hazards">[];
  readonly here: string;
  readonly photos: readonly Row<"photoSlots">[];
  readonly onOpen: (id: string) => void;
}

/** All that is open here, by picture: to take them in the order one walks, or to leave one for another time. */
function Others({ scope, list, here, photos, onOpen }: OthersProps) {
  return (
    <nav className="strip" aria-label="要复查的隐患">
      {list.map((one) => (
        <button
          key={one.id}
          type="button"
          aria-current={one.id === here}
          aria-label={one.description}
          onClick={() => onOpen(one.id)}
        >
          <Thumb scope={scope} slot={firstPhoto(photos, one.id)} alt="" />
        </button>
      ))}
    </nav>
  );
}

function whatIsMissing({ photo, passed, reason }: ReinspectDraft): string | undefined {
  if (passed === null) return photo ? "还差合不合格" : "还差照片和合不合格";
  if (passed && !photo) return "还差现在的照片";
  return !passed && !reason.trim() ? "还差不合格的原因" : undefined;
}

function Submitted({ hazard }: { readonly hazard: Row<"hazards"> }) {
  if (hazard.submittedAt) return <DueChip tone="rest" text={`${spokenDay(dayOf(hazard.submittedAt))}已交照片`} />;
  return <DueChip {...dueWords(hazard, dayOf(correctedNow()))} spokenBefore="整改期限：" />;
}

function Standard({ hazard, acts }: { readonly hazard: Row<"hazards">; readonly acts: readonly Row<"hazardActs">[] }) {
  const said = acts
    .filter((act) => act.hazardId === hazard.id && act.command === "rectification.submit")
    .toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt))[0];
  return (
    <section className="panel">
      <div className="edit">
        <span className="edit__k">改到什么样算合格</span>
        {hazard.standard}
      </div>
      {said?.note ? (
        <div className="edit">
          <span className="edit__k">企业{spokenDay(dayOf(said.occurredAt))}说</span>“{said.note}”
        </div>
      ) : null}
    </section>
  );
}

interface VerdictProps {
  readonly passed: boolean | null;
  readonly onChoose: (passed: boolean) => void;
}

function Verdict({ passed, onChoose }: VerdictProps) {
  const look = (on: boolean, word: string) => (on ? `opt ${word}` : "opt");
  return (
    <div className="big-choice" role="radiogroup" aria-label="您看合格吗">
      {/* biome-ignore lint/a11y/useSemanticElements: a radio group drawn as two wide buttons */}
      <button
        type="button"
        role="radio"
        aria-checked={passed === true}
        className={look(passed === true, "opt--yes")}
        onClick={() => onChoose(true)}
      >
        <Icon name="check" />
        合格
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a radio group drawn as two wide buttons */}
      <button
        type="button"
        role="radio"
        aria-checked={passed === false}
        className={look(passed === false, "opt--no")}
        onClick={() => onChoose(false)}
      >
        <Icon name="x" />
        不合格
      </button>
    </div>
  );
}

interface FailingProps {
  readonly rows: VisitRows;
  readonly hazard: Row<"hazards">;
  readonly value: ReinspectDraft;
  readonly onChange: (part: Partial<ReinspectDraft>) => void;
}

/** After enforcement there is no new deadline: the hazard goes back there. */
function Failing({ rows, hazard, value, onChange }: FailingProps) {
  const schemeDays = rows.scheme?.rectificationDays ?? 15;
  const today = dayOf(correctedNow());
  const top = useRef<HTMLDivElement>(null);
  // The reason and the new deadline lie below what one thumb sees: they come up by themselves.
  useEffect(() => {
    top.current?.scrollIntoView({ block: "start", behavior: "smooth" });
  }, []);
  return (
    <div className="stack failing" ref={top}>
      <TextField
        label="为什么不合格"
        long
        value={value.reason}
        onChange={(reason) => onChange({ reason })}
        offers={["没有改", "只改了一部分", "改好又变回去"]}
      />
      {hazard.status === "awaitingFinalReinspection" ? (
        <p className="line__s">记下后回到执法人员手里。</p>
      ) : (
        <>
          <h2 className="h-sec">
            再给几天<small>进入第{hazard.round + 1}轮</small>
          </h2>
          <DayPicks
            label="再给几天"
            choices={dayChoices(schemeDays, today)}
            value={value.days ?? schemeDays}
            onPick={(days) => onChange({ days: days === schemeDays ? null : days })}
          />
        </>
      )}
    </div>
  );
}
