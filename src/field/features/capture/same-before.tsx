// "This is the second time": the same item was found here before. An open one is looked at again, not recorded twice.
import { spokenDay } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import { Note } from "#ui/note.tsx";
import { goTo } from "../../app/route.ts";
import { earlierSame } from "./capture-draft.ts";
import type { CaptureStepProps } from "./capture-page.tsx";

export function SameBefore({ scope, rows, draft }: CaptureStepProps) {
  const before = earlierSame(rows.hazards, rows.visit.id, draft.value.itemCode);
  const [last] = before;
  if (!last) return null;
  const open = isOpen(last);
  const closed = last.closedOn ? `，${spokenDay(last.closedOn, rows.visit.inspectedOn)}销号` : "，还没销号";
  return (
    <Note tone="soon" icon="repeat" title={`这家以前也有过，这是第${before.length + 1}次`}>
      <span className="line__s">
        {spokenDay(last.foundOn, rows.visit.inspectedOn)}同一项：{last.description}
        {closed}
      </span>
      <div className="chiprow" style={{ marginTop: 8 }}>
        <button
          type="button"
          className="pick pick--on"
          onClick={() => draft.change({ step: "deadline" })}
          disabled={!draft.value.description.trim()}
        >
          新记一条
        </button>
        {open ? (
          <button
            type="button"
            className="pick"
            onClick={() => goTo({ page: "reinspect", scope, visitId: rows.visit.id, hazardId: last.id })}
          >
            算旧的，去复查
          </button>
        ) : null}
      </div>
    </Note>
  );
}
