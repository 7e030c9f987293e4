// Where a card goes: day, expert, companion, and why. What the rules refuse is not offered: days past, days off, other agencies.
import { Modal } from "antd";
import { type FormEvent, useState } from "react";
import type { PlanBoard } from "#api/plan.ts";
import { spokenDay } from "#domain/calendar/local-date.ts";
import { useSay } from "../../appearance/language.ts";
import { InputField, SelectField } from "../../forms/fields.tsx";
import { shortDay } from "../../words/day-words.ts";
import type { Move } from "./use-board.ts";
import { type MoveWork, useMove } from "./use-move.ts";

interface MoveDialogProps {
  readonly board: PlanBoard;
  readonly move: Move;
  readonly perDay: number;
  readonly onClose: () => void;
}

const reasons = ["企业停产", "专家请假", "天气原因", "企业要求改期", "补排"];

export function MoveDialog({ board, move, perDay, onClose }: MoveDialogProps) {
  const say = useSay();
  const { task } = move;
  const work = useMove(board, move);
  const { on } = work.draft.values;
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await work.carryOut()) onClose();
  }
  const title = say(`${task.enterpriseName}的检查`, `Inspection of ${task.enterpriseName}`);
  return (
    <Modal open onCancel={onClose} footer={null} destroyOnHidden title={title}>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <p className="soft">
          {task.on
            ? say(`现在排在${spokenDay(task.on, board.day)}。`, `Planned on ${task.on}.`)
            : say("还没排日子。", "No day yet.")}
          {say(
            `这一期到${shortDay(task.periodEndsOn, board.day)}，排在以后会算改到期外。`,
            ` The period ends on ${task.periodEndsOn}.`,
          )}
        </p>
        <DayField board={board} work={work} perDay={perDay} />
        <PeopleFields board={board} work={work} open={task.expertMembershipId === null} />
        {work.moved ? <ReasonField work={work} /> : null}
        <div className="form__acts">
          <button type="submit" className="btn btn--primary" disabled={work.sending || !work.changed}>
            {on ? say(`排到${shortDay(on, board.day)}`, `Move to ${on}`) : say("排上", "Plan it")}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say("先不动", "Leave it")}
          </button>
        </div>
      </form>
    </Modal>
  );
}

interface PartProps {
  readonly board: PlanBoard;
  readonly work: MoveWork;
}

function DayField({ board, work, perDay }: PartProps & { readonly perDay: number }) {
  const say = useSay();
  const { draft, days, load } = work;
  const [anyDay, setAnyDay] = useState(days.length === 0);
  const { on } = draft.values;
  const over = on ? load(on) + 1 - perDay : 0;
  const loadText = (day: string) => (load(day) > 0 ? say(`，已排${load(day)}家`, `, ${load(day)} planned`) : "");
  return (
    <div>
      {anyDay ? (
        <InputField
          draft={draft}
          name="on"
          type="date"
          min={board.day}
          label={say("哪一天", "Day")}
          hint={say("只能是今天以后的工作日。", "A working day from today on.")}
        />
      ) : (
        <>
          <SelectField
            draft={draft}
            name="on"
            label={say("哪一天", "Day")}
            options={days.map((day) => ({ value: day, label: `${spokenDay(day, board.day)}${loadText(day)}` }))}
          />
          <button type="button" className="linklike" onClick={() => setAnyDay(true)}>
            {say("换别的周", "Another week")}
          </button>
        </>
      )}
      {over > 0 ? (
        <p className="plan-over">{say(`这一天超${over}家，仍可以排。`, `${over} over on that day; still possible.`)}</p>
      ) : null}
    </div>
  );
}

function PeopleFields({ board, work, open }: PartProps & { readonly open: boolean }) {
  const say = useSay();
  const nobody = { value: "", label: say("先不定", "Nobody yet") };
  return (
    <>
      <SelectField
        draft={work.draft}
        name="expert"
        label={say("哪位专家", "Expert")}
        options={[
          ...(open ? [nobody] : []),
          ...work.experts.map((one) => ({ value: one.membershipId, label: one.name })),
        ]}
      />
      {board.mayNameOfficer ? (
        <SelectField
          draft={work.draft}
          name="officer"
          label={say("街道谁陪同", "Companion")}
          options={[nobody, ...board.officers.map((one) => ({ value: one.membershipId, label: one.name }))]}
        />
      ) : null}
    </>
  );
}

function ReasonField({ work }: { readonly work: MoveWork }) {
  const say = useSay();
  return (
    <div>
      <InputField
        draft={work.draft}
        name="reason"
        label={say("为什么改", "Reason")}
        hint={say("写在卡片上，谁都看得到。", "Shown on the card.")}
      />
      <div className="row row--wrap plan-reasons">
        {reasons.map((text) => (
          <button key={text} type="button" className="btn btn--sm" onClick={() => work.draft.set("reason", text)}>
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}
