// Where a card goes: day, expert, companion, and why. What the rules refuse is not offered: days past, days off, other agencies.
import { Modal } from "antd";
import { type FormEvent, useState } from "react";
import type { PlanBoard, PlanPerson } from "#api/plan.ts";
import { spokenDay } from "#domain/calendar/local-date.ts";
import { useSay } from "../../appearance/language.ts";
import { InputField, SelectField } from "../../forms/fields.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { shortDay } from "../../words/day-words.ts";
import type { Move } from "./use-board.ts";

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
  const { send, sending } = useSendCommand();
  const days = daysFor(board, move);
  const experts = board.experts.filter((one) => one.agencyId === task.agencyId);
  const first = {
    on: startDay(days, move),
    expert: startExpert(experts, move),
    officer: task.officerMembershipId ?? "",
  };
  const [anyDay, setAnyDay] = useState(days.length === 0);
  const draft = useDraft({ ...first, reason: "" }, ({ on, reason }) => ({
    ...(on ? {} : { on: say("请选日子。", "Choose a day.") }),
    ...(on === task.on || reason.trim() ? {} : { reason: say("改期要写一句原因。", "A move needs a reason.") }),
  }));
  const { on, expert, officer, reason } = draft.values;
  const load = (day: string) =>
    board.tasks.filter(
      (one) => one.on === day && one.expertMembershipId === expert && one.id !== task.id && one.kind === "inspection",
    ).length;
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!draft.check()) return;
    const people = {
      ...(expert && expert !== task.expertMembershipId ? { expertMembershipId: expert } : {}),
      ...(board.mayNameOfficer && officer !== (task.officerMembershipId ?? "")
        ? { officerMembershipId: officer || null }
        : {}),
    };
    const moved = on !== task.on;
    const named = Object.keys(people).length > 0;
    const said = say(`${task.enterpriseName}排到${shortDay(on, board.day)}`, `${task.enterpriseName}: ${on}`);
    // The day first: whoever is named must be there on the new day, not on the old one.
    const replan = { name: "task.replan", args: { taskId: task.id, plannedOn: on, reason: reason.trim() } };
    if (moved && !(await send(replan, named ? undefined : said))) return;
    const assign = { name: "task.assign", args: { taskId: task.id, ...people } };
    if (named && !(await send(assign, moved ? said : say("已换人", "Assigned")))) return;
    onClose();
  }
  const full = on ? load(on) + 1 - perDay : 0;
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      title={say(`${task.enterpriseName}的检查`, `Inspection of ${task.enterpriseName}`)}
    >
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
          <SelectField
            draft={draft}
            name="on"
            label={say("哪一天", "Day")}
            options={days.map((day) => ({
              value: day,
              label: `${spokenDay(day, board.day)}${load(day) > 0 ? say(`，已排${load(day)}家`, `, ${load(day)} planned`) : ""}`,
            }))}
          />
        )}
        {anyDay ? null : (
          <button type="button" className="linklike" onClick={() => setAnyDay(true)}>
            {say("排到别的周", "Another week")}
          </button>
        )}
        {full > 0 ? (
          <p className="plan-over">
            {say(`这一天超${full}家，仍可以排。`, `${full} over on that day; still possible.`)}
          </p>
        ) : null}
        <SelectField
          draft={draft}
          name="expert"
          label={say("哪位专家", "Expert")}
          options={[
            ...(task.expertMembershipId ? [] : [{ value: "", label: say("先不定", "Nobody yet") }]),
            ...experts.map((one) => ({ value: one.membershipId, label: one.name })),
          ]}
        />
        {board.mayNameOfficer ? (
          <SelectField
            draft={draft}
            name="officer"
            label={say("街道谁陪同", "Companion")}
            options={[
              { value: "", label: say("先不定", "Nobody yet") },
              ...board.officers.map((one) => ({ value: one.membershipId, label: one.name })),
            ]}
          />
        ) : null}
        {on !== task.on ? (
          <>
            <InputField
              draft={draft}
              name="reason"
              label={say("为什么改", "Reason")}
              hint={say("写在卡片上，谁都看得到。", "Shown on the card.")}
            />
            <div className="row row--wrap">
              {reasons.map((text) => (
                <button key={text} type="button" className="btn btn--sm" onClick={() => draft.set("reason", text)}>
                  {text}
                </button>
              ))}
            </div>
          </>
        ) : null}
        <div className="form__acts">
          <button
            type="submit"
            className="btn btn--primary"
            disabled={
              sending ||
              (on === task.on &&
                expert === (task.expertMembershipId ?? "") &&
                officer === (task.officerMembershipId ?? ""))
            }
          >
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

/** The working days of the week it was dropped on, or of its own, from today on. */
function daysFor(board: PlanBoard, { task, week }: Move): readonly string[] {
  const own = board.weeks.find((one) => task.on && one.from <= task.on && task.on <= one.to && one.to >= board.day);
  const now = board.weeks.find((one) => one.from <= board.day && board.day <= one.to);
  const chosen = week === undefined ? (own ?? now) : board.weeks[week];
  return (chosen?.workingDays ?? []).filter((day) => day >= board.day);
}

function startDay(days: readonly string[], { task }: Move): string {
  return days.find((day) => day === task.on) ?? days[0] ?? "";
}

function startExpert(experts: readonly PlanPerson[], { task, expertId }: Move): string {
  const fits = experts.some((one) => one.membershipId === expertId);
  return (fits ? expertId : task.expertMembershipId) ?? "";
}
