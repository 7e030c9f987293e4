// 成员单位: which unit looks after the hazard beside its holder, since when, and every routing before.
import type { HazardRoutingLine } from "#api/hazard-hangings.ts";
import type { HazardPage } from "#api/hazards.ts";
import { routingStateLabels } from "#domain/routing/labels.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortInstant } from "../../words/day-words.ts";

export function HazardUnit({ page: { routings, day } }: { readonly page: HazardPage }) {
  const say = useSay();
  if (routings.length === 0) return null;
  return (
    <section className="card" aria-labelledby="unit">
      <div className="card__head">
        <h2 id="unit">{say("成员单位", "Member unit")}</h2>
      </div>
      <ul className="card__body hazard-unit">
        {routings.map((routing) => (
          <li key={routing.id} className={routing.state === "replaced" ? "muted" : undefined}>
            <RoutingLine routing={routing} day={day} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RoutingLine({ routing, day }: { readonly routing: HazardRoutingLine; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const { unitName, state, byRule, reason, routedByName, routedAt, answeredByName, answeredAt, answerReason } = routing;
  return (
    <>
      <b>{unitName}</b> <span className="tag">{word(routingStateLabels[state])}</span>
      <span className="table__sub">
        <Dotted
          parts={[
            say(`${shortInstant(routedAt, day)}起`, `since ${shortInstant(routedAt, day)}`),
            byRule ? say("按规则派", "by rule") : routedByName,
            reason,
          ]}
        />
      </span>
      {answeredAt ? (
        <span className="table__sub">
          <Dotted parts={[shortInstant(answeredAt, day), answeredByName, answerReason]} />
        </span>
      ) : null}
    </>
  );
}
