// A visit made only to look again: what was open when the expert came, each with a tap to its re-inspection.
import { dayOf } from "#domain/calendar/local-date.ts";
import { timesCarried } from "#domain/hazard/due.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import { Note } from "#ui/note.tsx";
import { goTo } from "../../app/route.ts";
import { HazardLine } from "../../components/hazard-line.tsx";
import { correctedNow } from "../../store/device.ts";
import type { VisitRows } from "../../store/visit-rows.ts";

export function OldHazards({ scope, rows }: { readonly scope: string; readonly rows: VisitRows }) {
  const { visit } = rows;
  const today = dayOf(correctedNow());
  const looked = new Set(rows.acts.filter((act) => act.visitId === visit.id).map((act) => act.hazardId));
  const old = rows.hazards.filter((one) => one.siteId === visit.siteId && one.visitId !== visit.id);
  const left = old.filter((one) => isOpen(one) && !looked.has(one.id));
  const done = old.filter((one) => looked.has(one.id));
  const open = (hazardId: string) => goTo({ page: "reinspect", scope, visitId: visit.id, hazardId });
  return (
    <>
      {left.length > 0 ? (
        <section className="panel" aria-label="要复查的隐患">
          {left.map((hazard) => (
            <HazardLine
              key={hazard.id}
              scope={scope}
              hazard={hazard}
              photos={rows.photos}
              today={today}
              carried={timesCarried(hazard.foundOn, rows.periods, today)}
              onOpen={() => open(hazard.id)}
            />
          ))}
        </section>
      ) : (
        <Note tone="ok" icon="done" title="旧隐患都看过了，可以收尾" />
      )}
      {done.length > 0 ? (
        <section className="panel" aria-label="今天看过的">
          {done.map((hazard) => (
            <HazardLine key={hazard.id} scope={scope} hazard={hazard} photos={rows.photos} today={today} />
          ))}
        </section>
      ) : null}
    </>
  );
}
