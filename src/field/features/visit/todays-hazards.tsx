import { dayOf } from "#domain/calendar/local-date.ts";
import { Fold } from "#ui/fold.tsx";
import { goTo } from "../../app/route.ts";
import { HazardLine } from "../../components/hazard-line.tsx";
import { correctedNow } from "../../store/device.ts";
import type { VisitRows } from "../../store/visit-rows.ts";

/** What this visit has recorded so far, latest first; folded, so that the checklist stays near. */
export function TodaysHazards({ scope, rows }: { readonly scope: string; readonly rows: VisitRows }) {
  const { visit } = rows;
  const own = rows.hazards
    .filter((one) => one.visitId === visit.id && one.status !== "voided")
    .toSorted((a, b) => b.number.localeCompare(a.number));
  if (own.length === 0) return null;
  const today = dayOf(correctedNow());
  return (
    <Fold icon="alert" title={`这次记的隐患${own.length}条`}>
      {own.map((hazard) => (
        <HazardLine
          key={hazard.id}
          scope={scope}
          hazard={hazard}
          photos={rows.photos}
          today={today}
          onOpen={() => goTo({ page: "hazard", scope, visitId: visit.id, hazardId: hazard.id })}
        />
      ))}
    </Fold>
  );
}
