// What is pasted into a chat group: one heading, then enterprise by enterprise, the way it is read aloud and answered there.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { shortDay } from "../words/day-words.ts";

export interface ChatLine {
  readonly enterpriseName: string;
  readonly text: string;
}

/** Enterprises in the order of their first line, which is the list's own: what hurts first stays first. */
export function textByEnterprise(what: string, lines: readonly ChatLine[], day: LocalDate, link?: string): string {
  const groups = Map.groupBy(lines, ({ enterpriseName }) => enterpriseName);
  const blocks = [...groups].map(([name, own]) =>
    [`【${name}】${own.length}条`, ...own.map(({ text }, index) => `${index + 1}. ${text}`)].join("\n"),
  );
  const head = `${what}${lines.length}条，${groups.size}家，截至${shortDay(day, day)}`;
  const foot = link ? [`企业办理：用检查时收到的办事链接；有账号的登录${link}`] : [];
  return [head, ...blocks, ...foot].join("\n\n");
}
