// 未送出: first what needs a person, then what waits for a signal, then what arrived. Nothing is dropped silently.
import { clockOf, dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { useLive } from "../../app/use-live.ts";
import { Page } from "../../components/page.tsx";
import { retryNow } from "../../outbox/outbox-store.ts";
import { type SyncItem, syncView } from "../../outbox/sync-items.ts";
import { correctedNow } from "../../store/device.ts";
import { HandOver } from "./hand-over.tsx";
import { OldAppNote } from "./old-app-note.tsx";
import { SignalNote } from "./signal-note.tsx";
import { StuckCommand, StuckPhoto } from "./stuck-item.tsx";

const icons: Readonly<Record<SyncItem["kind"], IconName>> = {
  arrive: "pin",
  findings: "todo",
  hazard: "alert",
  reinspection: "again",
  record: "file",
  photos: "image",
  other: "more",
};

export function SyncPage() {
  const { db, loop, status } = useField();
  const found = useLive(
    async () => ({
      view: syncView(await db.commands.toArray(), await db.photos.toArray()),
      lanes: await db.lanes.toArray(),
    }),
    [db],
  );
  const view = found?.view;
  const stuck = (view?.stuck.length ?? 0) + (view?.stuckPhotos.length ?? 0);
  const reason = found?.lanes.find((lane) => lane.stopped)?.stopped?.text;
  return (
    <Page
      title="未送出"
      onBack={() => goTo({ page: "today" })}
      actions={
        <button
          type="button"
          className="btn btn--primary btn--main"
          onClick={() => void retryNow(db).then(() => loop.resume())}
        >
          <Icon name="refresh" />
          {status.busy ? "正在送" : "现在再试一次"}
        </button>
      }
    >
      <OldAppNote />
      <SignalNote waiting={view?.waiting.length ?? 0} stuck={stuck} reason={reason} />
      {stuck > 0 && view ? (
        <>
          <h2 className="h-sec h-sec--late">
            <Icon name="alert" />
            要您处理 {stuck}
          </h2>
          <section className="panel">
            {view.stuck.map((command) => (
              <StuckCommand key={command.id} command={command} />
            ))}
            {view.stuckPhotos.map((photo) => (
              <StuckPhoto key={photo.sha256} photo={photo} />
            ))}
          </section>
        </>
      ) : null}
      {view && view.waiting.length > 0 ? (
        <>
          <h2 className="h-sec">在等信号 {view.waiting.length}</h2>
          <section className="panel">
            {view.waiting.map((item) => (
              <WaitingLine key={item.key} item={item} />
            ))}
          </section>
        </>
      ) : null}
      {view && view.arrived.length > 0 ? <Arrived items={view.arrived} /> : null}
      <HandOver />
    </Page>
  );
}

function WaitingLine({ item }: { readonly item: SyncItem }) {
  return (
    <div className="line line--top">
      <span className="dot dot--plain">
        <Icon name={icons[item.kind]} />
      </span>
      <span className="grow">
        <span className="line__t">
          {item.enterprise} {item.title}
        </span>
        <br />
        <span className="line__s">
          <Dotted
            parts={[
              times(item),
              item.photos > 0 ? `照片${item.photos}张` : null,
              item.bytes > 0 ? megabytes(item.bytes) : null,
              item.sent > 0 ? `已传${item.sent}张` : null,
            ]}
          />
        </span>
      </span>
    </div>
  );
}

function Arrived({ items }: { readonly items: readonly SyncItem[] }) {
  return (
    <Fold icon="done" title={`已送达 ${items.length}`}>
      {items.map((item) => (
        <div key={item.key} className="line__s">
          <Dotted parts={[`${item.enterprise} ${item.title}`, times(item)]} />
        </div>
      ))}
    </Fold>
  );
}

function times({ from, to }: SyncItem): string {
  if (!from) return "";
  const day = dayOf(from) === dayOf(correctedNow()) ? "" : spokenDay(dayOf(from));
  const [begin, end] = [clockOf(from), clockOf(to)];
  return `${day}${begin === end ? begin : `${begin}–${end}`}`;
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`;
}
