// Whether this phone has all it needs for a day without a signal, and since when; the way to the parts.
import { clockOf, dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { useReadiness } from "../../app/use-readiness.ts";
import { correctedNow } from "../../store/device.ts";
import { isOld, lacks, type Readiness } from "../../store/readiness.ts";

export function ReadyNote() {
  const { status } = useField();
  const ready = useReadiness();
  if (!ready) return null;
  const missing = lacks(ready);
  if (missing.length > 0) {
    return (
      <Note tone="soon" icon="download" title={status.busy ? "正在备齐今天的资料" : "还没备齐，先连上网"}>
        还差{missing.join("、")}。备到一半断了也不要紧，有信号接着备。
        <Details />
      </Note>
    );
  }
  const old = isOld(ready, dayOf(correctedNow()));
  return (
    <Note
      tone={old ? "soon" : "ok"}
      icon={old ? "clock" : "done"}
      title={old ? "资料是旧的，有信号会自动更新" : "已备齐，今天没信号也能用"}
    >
      <span className="line__s">
        <Dotted parts={[preparedAt(ready), `${ready.enterprises}家档案、${ready.openHazards}条旧隐患、清单与法条`]} />
      </span>
      <Details />
    </Note>
  );
}

function Details() {
  return (
    <div className="chiprow" style={{ marginTop: 8 }}>
      <button type="button" className="pick" onClick={() => goTo({ page: "ready" })}>
        <Icon name="list" />
        出发前准备
      </button>
    </div>
  );
}

export function preparedAt({ takenAt }: Pick<Readiness, "takenAt">): string {
  if (takenAt === undefined) return "没备过";
  const isToday = dayOf(takenAt) === dayOf(correctedNow());
  return `${isToday ? "" : spokenDay(dayOf(takenAt))}${clockOf(takenAt)}备好`;
}
