// One card's move: the days and people that fit, what is chosen, and the commands that carry it out.
import type { PlanBoard, PlanPerson } from "#api/plan.ts";
import { useSay } from "../../appearance/language.ts";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { shortDay } from "../../words/day-words.ts";
import type { Move } from "./use-board.ts";

export function useMove(board: PlanBoard, move: Move) {
  const say = useSay();
  const { task } = move;
  const { send, sending } = useSendCommand();
  const days = daysFor(board, move);
  const experts = board.experts.filter((one) => one.agencyId === task.agencyId);
  const before = { expert: task.expertMembershipId ?? "", officer: task.officerMembershipId ?? "" };
  const first = { on: startDay(days, move), expert: startExpert(experts, move), officer: before.officer, reason: "" };
  const draft = useDraft(first, ({ on, reason }) => ({
    ...(on ? {} : { on: say("请选日子。", "Choose a day.") }),
    ...(on === task.on || reason.trim() ? {} : { reason: say("改期要写一句原因。", "A move needs a reason.") }),
  }));
  const { on, expert, officer, reason } = draft.values;
  const moved = on !== task.on;
  const people = {
    ...(expert && expert !== before.expert ? { expertMembershipId: expert } : {}),
    ...(board.mayNameOfficer && officer !== before.officer ? { officerMembershipId: officer || null } : {}),
  };
  const named = Object.keys(people).length > 0;
  /** True once everything was accepted. The day first: whoever is named must be there on the new day, not on the old one. */
  async function carryOut(): Promise<boolean> {
    if (!draft.check()) return false;
    const said = say(`${task.enterpriseName}排到${shortDay(on, board.day)}`, `${task.enterpriseName}: ${on}`);
    const replan = { name: "task.replan", args: { taskId: task.id, plannedOn: on, reason: reason.trim() } };
    if (moved && !(await send(replan, named ? undefined : said))) return false;
    const assign = { name: "task.assign", args: { taskId: task.id, ...people } };
    return !named || send(assign, moved ? said : say("已换人", "Assigned"));
  }
  /** How many inspections the chosen expert has on a day beside this one. */
  const load = (day: string) =>
    board.tasks.filter(
      (one) => isVisit(one) && one.on === day && one.expertMembershipId === expert && one.id !== task.id,
    ).length;
  return { draft, days, experts, moved, changed: moved || named, sending, load, carryOut };
}

export type MoveWork = ReturnType<typeof useMove>;

const isVisit = ({ kind }: PlanBoard["tasks"][number]) => kind === "inspection";

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
