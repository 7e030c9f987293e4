// The tray: shoot freely on the walk, sort later. Tick some, then make them a hazard, put them together, take them apart or
// throw them out with a reason. Dragging one onto another puts them together as well; no button needs it.
import { useState } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { likelyPlace } from "../../app/capture-draft.ts";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { addEntry, newEntry, readTray, remake } from "../../app/tray.ts";
import { useLive } from "../../app/use-live.ts";
import { useVisit } from "../../app/use-visit.ts";
import { Page } from "../../components/page.tsx";
import { PhotoInput } from "../../components/photo-input.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import { Discarded } from "./discarded.tsx";
import { TrayActions } from "./tray-actions.tsx";
import { TrayTile } from "./tray-tile.tsx";
import { Unfinished } from "./unfinished.tsx";
import { useTraySorting } from "./use-tray-sorting.ts";

interface TrayPageProps {
  readonly scope: string;
  readonly visitId: string;
}

export function TrayPage({ scope, visitId }: TrayPageProps) {
  const rows = useVisit(scope, visitId);
  return (
    <VisitFrame title="先拍的" rows={rows}>
      {(found) => <Tray scope={scope} rows={found} />}
    </VisitFrame>
  );
}

function Tray({ scope, rows }: { readonly scope: string; readonly rows: VisitRows }) {
  const { visit } = rows;
  const { db } = useField();
  const all = useLive(() => readTray(db, visit.id), [db, visit.id]) ?? [];
  const entries = all.filter((entry) => entry.discardReason === null);
  const sorting = useTraySorting(scope, rows, entries);
  const [problem, setProblem] = useState<string>();
  async function shot(photo: TakenPhoto) {
    setProblem(undefined);
    const place = entries.at(-1)?.place ?? likelyPlace(rows);
    await addEntry(db, newEntry(visit.id, [photo], place)).catch((error) => {
      console.error("the tray could not be written", error);
      setProblem("没有存下：这台手机的存储写不进去。请先腾出空间，再拍这一张。");
    });
  }
  return (
    <Page
      title={`先拍的 ${entries.length}份`}
      onBack={() => goTo({ page: "visit", scope, visitId: visit.id })}
      actions={
        <PhotoInput
          source="camera"
          className="btn btn--primary btn--main"
          label="接着拍"
          onTaken={(photo) => void shot(photo)}
          onFailed={setProblem}
        >
          <Icon name="camera" />
          {entries.length > 0 ? "接着拍" : "拍一张"}
        </PhotoInput>
      }
    >
      <ProblemNote text={problem} />
      {entries.length === 0 ? (
        <EmptyState icon="camera" title="边走边拍，回头再写">
          拍的每一张马上存在本机，不会丢。收尾前都要记成隐患，或写明为什么不要。
        </EmptyState>
      ) : (
        <>
          <h2 className="h-sec">
            没整理的<small>点照片选中，再点下面的按钮</small>
          </h2>
          <ul className="tray">
            {entries.map((entry, index) => (
              <TrayTile
                key={entry.id}
                entry={entry}
                no={index + 1}
                on={sorting.chosen.includes(entry)}
                onToggle={() => sorting.toggle(entry)}
                onDropped={(id) => void sorting.putTogether(id, entry)}
              />
            ))}
          </ul>
          <TrayActions sorting={sorting} />
        </>
      )}
      <Unfinished scope={scope} visitId={visit.id} />
      <Discarded
        entries={all}
        onBack={({ id }) =>
          void remake(db, visit.id, [id], (found) => found.map((one) => ({ ...one, discardReason: null })))
        }
      />
    </Page>
  );
}
