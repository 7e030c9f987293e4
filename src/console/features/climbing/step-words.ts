// A ladder's steps in words.
import { toldLabels } from "#domain/climbing/labels.ts";
import type { ClimbingHolder, Ladders } from "#domain/climbing/ladders.ts";

type Say = (zh: string, en: string) => string;

export interface Line {
  readonly who: string;
  readonly when: string;
  readonly isOff: boolean;
}

export function linesOf(ladders: Ladders, holder: ClimbingHolder, say: Say): readonly Line[] {
  const { before, again, ...above } = ladders[holder];
  const own = toldLabels[holder];
  const reminders = [
    before === null ? null : say(`提前${before}天`, `${before} d before`),
    say("到期当天", "on the day"),
    again === null ? null : say(`逾期${again}天`, `${again} d after`),
  ].filter((one) => one !== null);
  const first = { who: say(`提醒${own.zh}`, `Remind: ${own.en}`), when: reminders.join(say("、", ", ")), isOff: false };
  const steps = (["community", "office", "leadingGroup"] as const).flatMap((told) => {
    if (told === "community" && holder === "agency") return [];
    const label = toldLabels[told];
    return [lineOf(say(`告诉${label.zh}`, `Tell: ${label.en}`), above[told], say)];
  });
  const referral = lineOf(say("提请移送，等人决定", "Propose a referral"), ladders.referralAfterDays, say);
  return [first, ...steps, ...(holder === "enterprise" ? [referral] : [])];
}

function lineOf(who: string, days: number | null, say: Say): Line {
  return {
    who,
    when: days === null ? say("没有开启", "Off") : say(`逾期${days}天`, `${days} d overdue`),
    isOff: days === null,
  };
}
