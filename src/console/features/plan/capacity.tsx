// 每人每天几家: kept with the scheme, so that everybody plans and looks by the same figure.
import { Select } from "antd";
import type { PlanBoard } from "#api/plan.ts";
import { useSay } from "../../appearance/language.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

const CHOICES = [1, 2, 3, 4, 5, 6];

export function Capacity({ board }: { readonly board: PlanBoard }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const { scheme, visitsADay } = board;
  const words = (value: number) => say(`每人每天${value}家`, `${value} a day each`);
  if (!scheme || !board.maySetCapacity) return <span className="muted">{words(visitsADay.expert)}</span>;
  const choices = [...new Set([...CHOICES, visitsADay.expert])].sort((a, b) => a - b);
  const choose = (expert: number) =>
    void send({ name: "plan.setCapacity", args: { schemeId: scheme.id, expert } }, say("已存", "Saved"));
  return (
    <Select
      aria-label={say("每人每天最多", "At most a day")}
      value={visitsADay.expert}
      loading={sending}
      disabled={sending}
      popupMatchSelectWidth={false}
      onChange={choose}
      options={choices.map((value) => ({ value, label: words(value) }))}
    />
  );
}
