// Two versions side by side: the earlier words, where they went, the later words. What stayed word for word is folded away.
import { useState } from "react";
import type { ComparedPair } from "#api/law-library.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import "../../lists/lists.css";
import { CompareRow } from "./compare-row.tsx";
import { type Answers, answerOf, takenTwice } from "./moves.ts";

interface ComparePairProps {
  readonly pair: ComparedPair;
  readonly answers: Answers;
  /** Absent where nothing is to be answered any more. */
  readonly onAnswers: ((answers: Answers) => void) | undefined;
}

export function ComparePair({ pair, answers, onAnswers }: ComparePairProps) {
  const say = useSay();
  const [shown, setShown] = useState<"differs" | "cited" | "all">("differs");
  const differs = pair.rows.filter((row) => row.change !== "same" || row.from !== answerOf(answers, row.from, row.to));
  const cited = pair.rows.filter((row) => row.cited);
  const rows = { differs, cited, all: pair.rows }[shown];
  const twice = takenTwice(pair, answers);
  const words = new Map(pair.targets.map((target) => [target.article, target.words]));
  const view = (key: typeof shown, name: string, times: number) => ({
    ...{ key, name, count: times, on: shown === key },
    onOpen: () => setShown(key),
  });
  return (
    <section className="law-pair" aria-label={say("两版对照", "Two versions")}>
      <p className="law-pair__names">
        {pair.earlierName} → {pair.laterName}
      </p>
      <ViewTabs
        label={say("看哪些条", "Articles")}
        views={[
          view("differs", say("有变化的", "Changed"), differs.length),
          view("cited", say("被引用的", "Cited"), cited.length),
          view("all", say("全部", "All"), pair.rows.length),
        ]}
      />
      {twice.size > 0 ? (
        <Note tone="late" title={say("有一条被选了两次", "Chosen twice")}>
          {[...twice].map(articleLabel).join("、")}
        </Note>
      ) : null}
      <div className="card law-compare">
        {rows.map((row) => (
          <CompareRow
            key={row.from}
            row={row}
            to={answerOf(answers, row.from, row.to)}
            words={words}
            onTo={onAnswers ? (to) => onAnswers({ ...answers, [row.from]: to }) : undefined}
          />
        ))}
        {rows.length === 0 ? <p className="card__body soft">{say("没有这样的条。", "None.")}</p> : null}
      </div>
      {pair.added.length > 0 ? (
        <p className="soft">
          {say("后一版新增：", "New in the later version: ")}
          {pair.added.map(articleLabel).join("、")}
        </p>
      ) : null}
    </section>
  );
}
