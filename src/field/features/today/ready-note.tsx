// Whether this phone has all it needs for a day without a signal, and since when.
import { clockOf, dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import { Note } from "#ui/note.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { useLive } from "../../app/use-live.ts";
import { correctedNow } from "../../store/device.ts";
import { storedLibrary } from "../../store/library-database.ts";
import { rowsOf } from "../../store/read-rows.ts";

const MEGABYTE = 1024 * 1024;

export function ReadyNote() {
  const { db, status } = useField();
  const ready = useLive(async () => {
    const snapshots = await db.snapshots.toArray();
    let firms = 0;
    let hazards = 0;
    for (const { scope } of snapshots) {
      firms += (await rowsOf(db, scope, "enterprises")).length;
      hazards += (await rowsOf(db, scope, "hazards")).filter(isOpen).length;
    }
    const takenAt = snapshots.map((one) => one.takenAt).toSorted()[0];
    return { takenAt, firms, hazards };
  }, [db]);
  const stored = useLive(async () => {
    const [library, used] = [await storedLibrary(), await navigator.storage.estimate()];
    return { items: library?.items.length ?? 0, megabytes: Math.max(1, Math.round((used.usage ?? 0) / MEGABYTE)) };
  }, [db, ready?.takenAt]);
  if (!ready || !stored) return null;
  if (!ready.takenAt || stored.items === 0) {
    return (
      <Note tone="soon" icon="download" title={status.busy ? "正在备齐今天的资料" : "还没备齐，先连上网"}>
        备齐后没信号也能用：企业档案、旧隐患、清单与法条。
      </Note>
    );
  }
  const isOld = dayOf(ready.takenAt) !== dayOf(correctedNow());
  const when = isOld
    ? `${spokenDay(dayOf(ready.takenAt))}${clockOf(ready.takenAt)}备好`
    : `${clockOf(ready.takenAt)}备好`;
  return (
    <Note
      tone={isOld ? "soon" : "ok"}
      icon={isOld ? "clock" : "done"}
      title={isOld ? "资料是旧的，有信号会自动更新" : "已备齐，今天没信号也能用"}
    >
      <span className="line__s">
        <Dotted
          parts={[when, `${ready.firms}家档案、${ready.hazards}条旧隐患、清单与法条`, `占${stored.megabytes}MB`]}
        />
      </span>
    </Note>
  );
}
