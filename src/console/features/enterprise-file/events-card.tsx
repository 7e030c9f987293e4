import { Link } from "react-router";
import type { EnterpriseFile, FileEvent } from "#api/enterprises.ts";
import { hazardCommandLabels } from "#domain/hazard/labels.ts";
import type { Label } from "#domain/kernel/label.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { EventList, type EventView } from "#ui/event-list.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortInstant } from "../../words/day-words.ts";
import { stepNo } from "../../words/step-words.ts";

const icons: Readonly<Record<number, IconName>> = { 1: "seek", 2: "file", 3: "image", 4: "again", 5: "gavel" };
const words: ReadonlyMap<string, Label> = new Map(Object.entries(hazardCommandLabels));

/** 经过: the last acts on this enterprise's hazards, newest first. */
export function EventsCard({ file: { events, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-labelledby="events">
      <div className="card__head">
        <h2 id="events">{say("经过", "What happened")}</h2>
      </div>
      {events.length === 0 ? (
        <EmptyState icon="clock" title={say("还没有经过", "Nothing yet")} />
      ) : (
        <div className="card__body">
          <EventList events={events.map((event) => viewOf(event, day, word))} />
        </div>
      )}
    </section>
  );
}

function viewOf(event: FileEvent, day: string, word: (label: Label) => string): EventView {
  const label = words.get(event.command);
  return {
    id: event.id,
    icon: (event.step === null ? undefined : icons[event.step]) ?? "info",
    ...(event.step === null ? {} : { step: stepNo(event.step) }),
    what: label ? word(label) : event.command,
    meta: <Dotted parts={[shortInstant(event.at, day), event.onBehalf ? `${event.actorName}代记` : event.actorName]} />,
    note: (
      <>
        <Link to={`/hazards/${event.hazardId}`}>{event.description}</Link>
        {event.note ? <div>“{event.note}”</div> : null}
      </>
    ),
  };
}
