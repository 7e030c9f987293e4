// One table, a group of rows a party: the party as a whole, then its enterprises, agencies or communities.
import { MOST_PARTIES, type PartyCounts, type PartySection, type Responsibility } from "#api/responsibility.ts";
import { responsibilityLabels, responsibleLabels } from "#domain/hazard/responsible.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { FigureLink } from "../../figures/figure-link.tsx";
import { shortDay } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";

export function ResponsibilityTable({ table }: { readonly table: Responsibility }) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table responsibility">
        <thead>
          <tr>
            <th scope="col">{say("谁", "Who")}</th>
            <th scope="col" className="num">
              {say("在手隐患", "Hazards")}
            </th>
            <th scope="col" className="num">
              {say("其中逾期", "Overdue")}
            </th>
            <th scope="col" className="num">
              {say("升级到这里", "Climbed here")}
            </th>
            <th scope="col" className="num">
              {say("另有事项", "Other items")}
            </th>
            <th scope="col">{say("最早从哪天起", "Since")}</th>
          </tr>
        </thead>
        {table.sections.map((section) => (
          <Section key={section.party} section={section} day={table.day} />
        ))}
      </table>
    </div>
  );
}

function Section({ section, day }: { readonly section: PartySection; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const { party, total, rows } = section;
  const name = word(responsibleLabels[party]);
  const more = section.count - rows.length;
  return (
    <tbody>
      <tr className="responsibility__party">
        <th scope="rowgroup">
          {name}
          {section.count > 0 ? (
            <span className="muted">{say(`${count(section.count)}家`, ` ${section.count}`)}</span>
          ) : null}
          <span className="table__sub">{word(responsibilityLabels[party])}</span>
        </th>
        <Counts name={name} counts={total} day={day} />
      </tr>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="responsibility__one">
            {row.name}
          </th>
          <Counts name={row.name} counts={row} day={day} />
        </tr>
      ))}
      {more > 0 ? (
        <tr>
          <td colSpan={6} className="muted responsibility__one">
            {say(
              `另有${count(more)}家在上面的合计里；这里列逾期最多、拿得最久的${MOST_PARTIES}家。`,
              `${more} more are in the total; shown are the ${MOST_PARTIES} with most overdue.`,
            )}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

interface CountsProps {
  readonly name: string;
  readonly counts: PartyCounts;
  readonly day: string;
}

function Counts({ name, counts, day }: CountsProps) {
  const say = useSay();
  const { hazards, overdue, climbed, others, since } = counts;
  return (
    <>
      <td className="num">
        <FigureLink figure={hazards} label={say(`${name}在手隐患`, `${name}: hazards`)} />
      </td>
      <td className="num">
        <FigureLink figure={overdue} label={say(`${name}逾期`, `${name}: overdue`)} />
      </td>
      <td className="num">
        {climbed ? <FigureLink figure={climbed} label={say(`升级到${name}`, `Climbed to ${name}`)} /> : null}
      </td>
      <td className="num">
        {others ? <FigureLink figure={others} label={say(`${name}另有事项`, `${name}: other items`)} /> : null}
      </td>
      <td>{since ? shortDay(since, day) : null}</td>
    </>
  );
}
