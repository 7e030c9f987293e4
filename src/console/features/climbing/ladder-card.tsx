// The steps for one holder, in the order in which they come.
import { climbingHolderLabels } from "#domain/climbing/labels.ts";
import type { ClimbingHolder, Ladders } from "#domain/climbing/ladders.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { type Line, linesOf } from "./step-words.ts";

export function LadderCard({ holder, ladders }: { readonly holder: ClimbingHolder; readonly ladders: Ladders }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-labelledby={`ladder-${holder}`}>
      <div className="card__head">
        <h2 id={`ladder-${holder}`}>{word(climbingHolderLabels[holder])}</h2>
      </div>
      <div className="card__body">
        <ol className="climbing__steps">
          {linesOf(ladders, holder, say).map((line) => (
            <Step key={line.who} line={line} />
          ))}
        </ol>
      </div>
      <p className="card__foot">
        {holder === "enterprise"
          ? say(
              "企业已交、等复查的不算企业逾期。移送只由系统提请，办不办由人定。",
              "What is submitted and waits is not the enterprise's delay. A referral is only proposed.",
            )
          : say("从企业交来整改的那天起算，机构自己的期限。", "The agency's own date, from the day of submission.")}
      </p>
    </section>
  );
}

function Step({ line: { who, when, isOff } }: { readonly line: Line }) {
  return (
    <li>
      <span>{who}</span>
      <b className={isOff ? "muted" : undefined}>{when}</b>
    </li>
  );
}
