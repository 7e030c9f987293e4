import { useState } from "react";
import { Note } from "#ui/note.tsx";
import { takeJustRecorded } from "../../app/just-recorded.ts";
import type { VisitRows } from "../../store/visit-rows.ts";

/** Says once, after coming back from the camera, that the hazard is kept. */
export function JustRecorded({ rows }: { readonly rows: VisitRows }) {
  const [id] = useState(() => takeJustRecorded(rows.visit.id));
  const hazard = rows.hazards.find((one) => one.id === id);
  if (!hazard) return null;
  const how = hazard.closedHow === "fixedOnSite" ? "当场改好" : `限${hazard.deadlineDays}日`;
  return (
    <Note tone="ok" icon="done" title={`记下了：${hazard.description}`}>
      <span className="line__s">
        {how}，{hazard.place}
      </span>
    </Note>
  );
}
