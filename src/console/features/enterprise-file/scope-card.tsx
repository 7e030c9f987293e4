import type { EnterpriseFile } from "#api/enterprises.ts";
import { groundLabels, scopeDecisionKindLabels } from "#domain/scope/grounds.ts";
import { Fold } from "#ui/fold.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";

type Decision = NonNullable<EnterpriseFile["scopeDecisions"]>[number];

/** 为什么在名单里: the decision that holds, with its evidence and who decided; the earlier ones folded. */
export function ScopeCard({ file: { scopeDecisions, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  if (!scopeDecisions) return null;
  const holding = scopeDecisions.find((one) => one.holds);
  const others = scopeDecisions.filter((one) => !one.holds);
  const title =
    holding?.decision === "out"
      ? say("为什么不在名单里", "Why it is out of scope")
      : say("为什么在名单里", "Why it is in scope");
  return (
    <section className="card" aria-labelledby="scope">
      <div className="card__head">
        <h2 id="scope">{title}</h2>
      </div>
      <div className="card__body stack">
        {holding ? (
          <DecisionLine decision={holding} day={day} />
        ) : (
          <p className="soft">{say("还没有认定过要不要纳入。", "Not decided yet.")}</p>
        )}
        {others.length > 0 ? (
          <Fold title={say(`其他变动${others.length}条`, `${others.length} other decisions`)} icon="list">
            {others.map((one) => (
              <div key={one.id} className="law">
                <DecisionLine decision={one} day={day} />
              </div>
            ))}
          </Fold>
        ) : null}
      </div>
    </section>
  );
}

const letters = { a: "（一）", b: "（二）", c: "（三）", d: "（四）", none: "" } as const;

function DecisionLine({ decision, day }: { readonly decision: Decision; readonly day: string }) {
  const word = useWord();
  const { ground, effectiveFrom, evidence, decidedByName } = decision;
  const head =
    decision.decision === "out" ? word(scopeDecisionKindLabels.out) : `${letters[ground]}${word(groundLabels[ground])}`;
  const when =
    effectiveFrom > day
      ? `${shortDay(effectiveFrom, day)}起生效`
      : `${shortDay(effectiveFrom, day)}起${decision.decision === "in" ? "纳入" : "移出"}`;
  return (
    <p>
      <b>{head}。</b>
      {evidence}。{when}，经办{decidedByName}。
    </p>
  );
}
