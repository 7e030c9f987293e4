// How the connection stands, what was last delivered, how much room is left; with the way to sign in again.
import { useSyncExternalStore } from "react";
import { clockOf, dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { Note } from "#ui/note.tsx";
import { useField } from "../../app/field-context.ts";
import { useLive } from "../../app/use-live.ts";
import { correctedNow } from "../../store/device.ts";

const PHOTO_BYTES = 400_000;

interface SignalNoteProps {
  readonly waiting: number;
  readonly stuck: number;
  /** Why the server did not decide something, in its words. */
  readonly reason: string | undefined;
}

export function SignalNote({ waiting, stuck, reason }: SignalNoteProps) {
  const { db, status, askToSignIn } = useField();
  const online = useSyncExternalStore(watchSignal, () => navigator.onLine);
  const facts = useLive(async () => {
    const settled = await db.commands.where("state").anyOf(["accepted", "delivered"]).toArray();
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return {
      last: settled
        .map((one) => one.settledAt ?? "")
        .toSorted()
        .at(-1),
      usage,
      quota,
    };
  }, [db, waiting]);
  const room = facts ? roomLeft(facts.usage, facts.quota) : "";
  const last = facts?.last ? `上次送达${spokenMoment(facts.last)}。` : "";
  if (status.signedOut) {
    return (
      <Note tone="soon" icon="lock" title="登录已过期。东西都在本机，不会丢">
        登录后自动送。{room}
        <div className="chiprow" style={{ marginTop: 8 }}>
          <button type="button" className="pick" onClick={askToSignIn}>
            去登录
          </button>
        </div>
      </Note>
    );
  }
  if (!online || !status.reached) {
    return (
      <Note tone="soon" icon="nosignal" title="现在没信号。东西都在本机，不会丢">
        有信号就自动送。{last}
        {room}
      </Note>
    );
  }
  if (waiting > 0 && reason) {
    return (
      <Note tone="soon" icon="clock" title="服务器暂时没收，会再送">
        {reason}
        {room}
      </Note>
    );
  }
  return (
    <Note
      tone={waiting > 0 ? "plain" : "ok"}
      icon={waiting > 0 ? "cloud" : "done"}
      title={waiting > 0 ? "有信号，正在送" : stuck > 0 ? "其余都已送达" : "都已送达"}
    >
      {last}
      {room}
    </Note>
  );
}

function watchSignal(onChange: () => void): () => void {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
}

function spokenMoment(instant: string): string {
  const day = dayOf(instant) === dayOf(correctedNow()) ? "今天" : spokenDay(dayOf(instant));
  return `${day}${clockOf(instant)}`;
}

function roomLeft(usage: number, quota: number): string {
  if (quota === 0) return "";
  const photos = Math.floor((quota - usage) / PHOTO_BYTES / 100) * 100;
  return `已存满${Math.ceil((usage / quota) * 100)}%，还能存约${photos.toLocaleString("en-US")}张照片。`;
}
