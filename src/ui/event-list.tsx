// What happened, newest first: each event with the colour of its step, who, when, and their words in quotes.
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";
import type { StepNo } from "./step-tag.tsx";

export interface EventView {
  readonly id: string;
  readonly icon: IconName;
  readonly step?: StepNo;
  readonly what: ReactNode;
  readonly meta: ReactNode;
  readonly note?: ReactNode;
}

export function EventList({ events }: { readonly events: readonly EventView[] }) {
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={event.id} className={event.step ? `event is-${event.step}` : "event"}>
          <span className="event__dot">
            <Icon name={event.icon} />
          </span>
          <div className="event__what">{event.what}</div>
          <div className="event__meta">{event.meta}</div>
          {event.note ? <div className="event__note">{event.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}
