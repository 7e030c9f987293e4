// Making the plan: who goes, who accompanies, from which day; and how far it is while it runs.
import { Modal } from "antd";
import { useState } from "react";
import { getPlanCandidates, type PlanPerson } from "#api/plan.ts";
import { Bar } from "#ui/bar.tsx";
import { Note } from "#ui/note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { count } from "../../words/number-words.ts";
import { ChosenPeople } from "./chosen-people.tsx";
import { type Candidates, type Chosen, type Making, useMaking } from "./use-making.ts";

interface MakePlanProps {
  readonly year: number | undefined;
  readonly onClose: () => void;
}

export function MakePlan({ year, onClose }: MakePlanProps) {
  const say = useSay();
  const { data } = useRoute(getPlanCandidates, { query: { year } });
  return (
    <Modal open onCancel={onClose} footer={null} width={640} title={say("排计划", "Make the plan")}>
      {data ? <PlanForm candidates={data} onClose={onClose} /> : <Skeleton label={say("正在看还缺哪些", "Looking")} />}
    </Modal>
  );
}

interface PlanFormProps {
  readonly candidates: Candidates;
  readonly onClose: () => void;
}

function PlanForm({ candidates, onClose }: PlanFormProps) {
  const say = useSay();
  const work = useMaking(candidates, onClose);
  if (!candidates.schemeId)
    return (
      <Note tone="soon" title={say("还没有服务方案", "No scheme")}>
        {say("先在“服务方案”里设好周期。", "Set the scheme and its periods first.")}
      </Note>
    );
  if (candidates.enterpriseIds.length === 0)
    return (
      <Note tone="ok" title={say("应纳入的都排了", "Everything is planned")}>
        {say("要改日子，请在板上移动卡片。", "Move cards on the board to change days.")}
      </Note>
    );
  return (
    <>
      {work.running ? <Running work={work} total={candidates.enterpriseIds.length} /> : null}
      {/* Kept while it runs, so that what was chosen is there again after a stop. */}
      <div hidden={work.running}>
        <ChoiceForm candidates={candidates} work={work} onClose={onClose} />
      </div>
    </>
  );
}

function Running({ work, total }: { readonly work: Making; readonly total: number }) {
  const say = useSay();
  return (
    <div className="form" aria-live="polite">
      <p>{say(`已排${count(work.done)}家，共${count(total)}家。`, `${count(work.done)} of ${count(total)}.`)}</p>
      <Bar share={work.done / total} />
      <button type="button" className="btn" onClick={work.stop}>
        {say("停下", "Stop")}
      </button>
    </div>
  );
}

/** Who goes, who accompanies, from which day. */
function ChoiceForm({ candidates, work, onClose }: PlanFormProps & { readonly work: Making }) {
  const say = useSay();
  const { visitsADay, startsOn, day } = candidates;
  const [experts, setExperts] = useState<Chosen>(() => all(candidates.experts, visitsADay.expert));
  const [officers, setOfficers] = useState<Chosen>(() => all(candidates.officers.slice(0, 1), visitsADay.officer));
  const [fromDay, setFromDay] = useState(startsOn && startsOn > day ? startsOn : day);
  const lacking = experts.size === 0 || officers.size === 0;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void work.run(experts, officers, fromDay);
      }}
    >
      <WhatIsLacking candidates={candidates} failure={work.failure} />
      <ChosenPeople
        title={say("哪些专家去，每天最多几家", "Experts and visits a day")}
        people={candidates.experts}
        chosen={experts}
        perDay={visitsADay.expert}
        onChange={setExperts}
      />
      <ChosenPeople
        title={say("街道哪些人陪同，每天最多几家", "Companions and visits a day")}
        people={candidates.officers}
        chosen={officers}
        perDay={visitsADay.officer}
        onChange={setOfficers}
      />
      <FromDay value={fromDay} min={day} onChange={setFromDay} />
      <PlanButtons total={candidates.enterpriseIds.length} lacking={lacking} onClose={onClose} />
    </form>
  );
}

function WhatIsLacking({ candidates, failure }: Pick<PlanFormProps, "candidates"> & Pick<Making, "failure">) {
  const say = useSay();
  const total = count(candidates.enterpriseIds.length);
  const without = count(candidates.withoutAgency);
  return (
    <>
      <p className="soft">
        {say(`应纳入而还没排全的${total}家。`, `${total} enterprises in scope lack a complete plan.`)}
        {candidates.withoutAgency > 0
          ? say(`其中${without}家还没委托机构，只列任务、排不出日子。`, ` ${without} have no agency.`)
          : ""}
      </p>
      {failure ? (
        <Note tone="late" title={say("没有排完", "Not finished")}>
          {failure}
        </Note>
      ) : null}
    </>
  );
}

interface FromDayProps {
  readonly value: string;
  readonly min: string;
  readonly onChange: (day: string) => void;
}

function FromDay({ value, min, onChange }: FromDayProps) {
  const say = useSay();
  return (
    <label className="field">
      <span className="field__label">{say("从哪天排起", "From")}</span>
      <input
        className="input"
        type="date"
        value={value}
        min={min}
        required
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface PlanButtonsProps extends Pick<PlanFormProps, "onClose"> {
  readonly total: number;
  /** No expert or nobody of the office is chosen. */
  readonly lacking: boolean;
}

function PlanButtons({ total, lacking, onClose }: PlanButtonsProps) {
  const say = useSay();
  return (
    <div className="form__acts">
      <button type="submit" className="btn btn--primary" disabled={lacking}>
        {say(`排${count(total)}家`, `Plan ${count(total)}`)}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        {say("先不排", "Not now")}
      </button>
      {lacking ? <span className="muted">{say("至少各选一位", "At least one of each")}</span> : null}
    </div>
  );
}

function all(people: readonly PlanPerson[], perDay: number): Chosen {
  return new Map(people.map((one) => [one.membershipId, perDay]));
}
