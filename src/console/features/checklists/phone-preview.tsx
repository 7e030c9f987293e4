// The checklist in a frame as wide as a phone: answers can be tried, items that an answer opens come and go, points add up.
import { useState } from "react";
import type { ChecklistAnswer } from "#api/catalogue.ts";
import { type Answers, type ItemAnswer, isAsked, scoreOf } from "#domain/inspection/built-checklist.ts";
import { FINDING_RESULT_LABELS } from "#domain/visit/labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";

const ANSWERS: readonly ItemAnswer[] = ["conform", "nonconform", "notApplicable"];
type Section = ChecklistAnswer["sections"][number];

interface PhonePreviewProps {
  readonly checklist: ChecklistAnswer;
  /** The item to begin with. */
  readonly start?: string | undefined;
}

export function PhonePreview({ checklist, start }: PhonePreviewProps) {
  const say = useSay();
  const { sections, total } = checklist;
  const first = sections.find((one) => one.items.some((item) => item.code === start)) ?? sections[0];
  const [open, setOpen] = useState(first?.code);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const score = scoreOf(sections, answers);
  const shown = sections.find((one) => one.code === open);
  return (
    <section className="checklists__phone" aria-label={say("手机预览", "Phone preview")}>
      <div className="checklists__bar">
        <b>{say(`${total}项`, `${total} items`)}</b>
        <span role="status">
          {say(
            `得${score.earned}分，已答${score.answered}分，满分${score.possible}分`,
            `${score.earned} of ${score.answered} answered, ${score.possible} possible`,
          )}
        </span>
      </div>
      {shown ? (
        <>
          <select
            className="input"
            aria-label={say("哪一部分", "Section")}
            value={open}
            onChange={(event) => setOpen(event.target.value)}
          >
            {sections.map((one) => (
              <option key={one.code} value={one.code}>
                {`${one.code} ${one.title}（${one.items.length}）`}
              </option>
            ))}
          </select>
          <SectionItems
            section={shown}
            onList={new Set(sections.flatMap((one) => one.items.map((item) => item.code)))}
            answers={answers}
            onAnswer={(code, answer) => setAnswers((before) => new Map(before).set(code, answer))}
          />
        </>
      ) : (
        <EmptyState icon="list" title={say("没有要问的", "Nothing to ask")}>
          {say("放宽左边的条件。", "Widen the conditions.")}
        </EmptyState>
      )}
    </section>
  );
}

interface SectionItemsProps {
  readonly section: Section;
  readonly onList: ReadonlySet<string>;
  readonly answers: Answers;
  readonly onAnswer: (code: string, answer: ItemAnswer) => void;
}

function SectionItems({ section, onList, answers, onAnswer }: SectionItemsProps) {
  const say = useSay();
  const word = useWord();
  const asked = section.items.filter((item) => isAsked(item, onList, answers));
  const waiting = section.items.length - asked.length;
  return (
    <>
      {asked.map((item) => (
        <div key={item.code} className="checklists__item" id={`preview-${item.code}`}>
          <b>{item.item}</b>
          <span className="soft">{item.standard}</span>
          <div className="checklists__tri" role="radiogroup" aria-label={item.item}>
            {ANSWERS.map((answer) => (
              // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as three wide buttons, as on the phone
              <button
                key={answer}
                type="button"
                role="radio"
                className="btn"
                aria-checked={answers.get(item.code) === answer}
                onClick={() => onAnswer(item.code, answer)}
              >
                {word(FINDING_RESULT_LABELS[answer])}
              </button>
            ))}
          </div>
          <span className="soft">{say(`${item.profile.score}分`, `${item.profile.score} points`)}</span>
        </div>
      ))}
      {waiting > 0 ? (
        <p className="soft">{say(`还有${waiting}项看前面怎么答再问。`, `${waiting} more depend on the answers.`)}</p>
      ) : null}
    </>
  );
}
