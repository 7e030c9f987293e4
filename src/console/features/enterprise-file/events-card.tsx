import { useState } from "react";
import { Link } from "react-router";
import type { EnterpriseFile } from "#api/enterprises.ts";
import type { Label } from "#domain/kernel/label.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { EventList, type EventView } from "#ui/event-list.tsx";
import { Dotted } from "#ui/sep.tsx";
import { stepIcons } from "#ui/step-tag.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { commandLabel } from "../../words/command-words.ts";
import { shortInstant } from "../../words/day-words.ts";
import { stepNo } from "../../words/step-words.ts";
import { type Happening, happeningsOf } from "./happenings.ts";

/** What fits beside the grid; the rest of the history opens below. */
const SHOWN = 10;
const MORE = 40;

/** 经过: what was done on this enterprise's hazards, newest first; one act on several hazards is said once. */
export function EventsCard({ file: { events, eventsTotal, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  const [shown, setShown] = useState(SHOWN);
  const happenings = happeningsOf(events);
  const rest = happenings.length - shown;
  const older = (eventsTotal ?? events.length) - events.length;
  return (
    <section className="card" aria-labelledby="events">
      <div className="card__head">
        <h2 id="events">{say("经过", "What happened")}</h2>
        {happenings.length > 0 ? (
          <span className="muted">{say(`${happenings.length}件`, `${happenings.length} acts`)}</span>
        ) : null}
      </div>
      {events.length === 0 ? (
        <EmptyState icon="clock" title={say("还没有经过", "Nothing yet")} />
      ) : (
        <div className="card__body">
          <EventList events={happenings.slice(0, shown).map((one) => viewOf(one, day, word))} />
          {rest > 0 ? (
            <button type="button" className="btn btn--sm below" onClick={() => setShown(shown + MORE)}>
              {say(`再看更早的，还有${rest}件`, `${rest} earlier`)}
            </button>
          ) : null}
          {rest <= 0 && older > 0 ? (
            <p className="muted below">
              {say("更早的在各条隐患自己的“经过”里。", "Earlier acts stand on each hazard.")}
            </p>
          ) : null}
        </div>
      )}
    </section>
  );
}

function viewOf({ act, hazards }: Happening, day: string, word: (label: Label) => string): EventView {
  const step = act.step === null ? undefined : stepNo(act.step);
  return {
    id: act.id,
    icon: step ? stepIcons[step] : "flag",
    ...(step ? { step } : {}),
    what: `${word(commandLabel(act.command))}${hazards.length > 1 ? `（${hazards.length}条）` : ""}`,
    meta: <Dotted parts={[shortInstant(act.at, day), act.onBehalf ? `${act.actorName}代记` : act.actorName]} />,
    note: (
      <>
        {hazards.map((hazard) => (
          <div key={hazard.hazardId}>
            <Link className="happening__hazard" to={`/hazards/${hazard.hazardId}`}>
              {hazard.description}
            </Link>
          </div>
        ))}
        {act.note && act.note !== act.description ? <div>“{act.note}”</div> : null}
      </>
    ),
  };
}
