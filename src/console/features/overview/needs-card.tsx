// 今天需要我: count, what, why, deadline, one verb. Only the gravest has a filled button.
import { Link } from "react-router";
import type { Need } from "#api/overview.ts";
import { daysBetween, type LocalDate } from "#domain/calendar/local-date.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { rowsAddress } from "../../figures/rows-address.ts";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { count } from "../../words/number-words.ts";
import { needWords } from "./need-words.ts";

interface NeedsCardProps {
  readonly needs: readonly Need[];
  readonly day: LocalDate;
}

export function NeedsCard({ needs, day }: NeedsCardProps) {
  const say = useSay();
  return (
    <section className="card" aria-labelledby="needs">
      <div className="card__head">
        <h2 id="needs">{say("今天需要我", "Needs me today")}</h2>
        <span className="muted">{say("按后果轻重排", "gravest first")}</span>
        <Link className="link" to="/work-items">
          {say("全部待办", "All work")} <Icon name="right" />
        </Link>
      </div>
      {needs.length === 0 ? (
        <EmptyState title={say("今天没有等您办的", "Nothing waits for you")}>
          {say("有新的事会排在这里，最要紧的在最上面。", "New matters appear here, the gravest on top.")}
        </EmptyState>
      ) : (
        <ul className="needs">
          {needs.map((need, index) => (
            <NeedRow key={need.key} need={need} day={day} first={index === 0} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface NeedRowProps {
  readonly need: Need;
  readonly day: LocalDate;
  readonly first: boolean;
}

function NeedRow({ need, day, first }: NeedRowProps) {
  const say = useSay();
  const word = useWord();
  const { what, verb } = needWords[need.key];
  return (
    <li className="need">
      <span className="need__n">{count(need.count)}</span>
      <div>
        <div className="need__what">{word(what)}</div>
        <div className="need__why">
          <Dotted parts={whyOf(need, day)} />
        </div>
      </div>
      <div className="row">
        {need.earliestDue ? (
          <DueChip {...dueWords(need.earliestDue, day, say)} spokenBefore={say("最早一条", "earliest ")} />
        ) : null}
        <Link className={first ? "btn btn--sm btn--primary" : "btn btn--sm"} to={rowsAddress(need.rows)}>
          {word(verb)}
          <span className="sr-only">：{word(what)}</span>
        </Link>
      </div>
    </li>
  );
}

function whyOf({ count: n, example, earliestDue, oldestSince, communities }: Need, day: LocalDate): string[] {
  if (n === 1 && example) return [example, ...(oldestSince ? [`${shortDay(oldestSince, day)}起`] : [])];
  const parts: string[] = [];
  if (earliestDue && earliestDue < day) parts.push(`最久的逾期${daysBetween(earliestDue, day)}天`);
  else if (oldestSince) parts.push(`最早一条${shortDay(oldestSince, day)}起`);
  if (communities > 1) parts.push(`分在${communities}个村（社区）`);
  return parts;
}
