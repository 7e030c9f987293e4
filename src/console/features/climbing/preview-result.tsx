// 试算结果: how many would be told today, and the first of the items.
import type { ClimbingPreview } from "#api/climbing.ts";
import { toldLabels } from "#domain/climbing/labels.ts";
import { toldParties } from "#domain/climbing/ladders.ts";
import { Note } from "#ui/note.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { dueWords } from "../../words/due-words.ts";
import { count } from "../../words/number-words.ts";

export function PreviewResult({ preview: { counts, referrals, rows, day } }: { readonly preview: ClimbingPreview }) {
  const say = useSay();
  const word = useWord();
  const told = toldParties.flatMap((party) => {
    const hits = counts.filter((one) => one.told === party).reduce((sum, one) => sum + one.hits, 0);
    return hits === 0 ? [] : [`${word(toldLabels[party])}${say(`${count(hits)}条`, ` ${count(hits)}`)}`];
  });
  const lead = told.length === 0 ? say("今天一条也不用告诉", "Nobody would be told today") : told.join(say("，", ", "));
  return (
    <Note title={say(`按这些天数，今天：${lead}`, `Today: ${lead}`)}>
      {say(`另有${count(referrals)}条会提请移送，等人决定。`, `${count(referrals)} referrals would be proposed.`)}
      <ul className="climbing__hits">
        {rows.map((row) => (
          <li key={`${row.hazardId} ${row.told}`}>
            {say(
              `${word(toldLabels[row.told])}：${row.enterpriseName}，${row.title}（${dueWords(row.dueOn, day, say).text}）`,
              `${word(toldLabels[row.told])}: ${row.enterpriseName}, ${row.title}`,
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}
