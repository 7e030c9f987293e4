// The outbox as a person reads it: what needs him, what waits, what arrived; and the words of the badge. Pure.
import type { OutboxCommand, OutboxPhoto } from "../store/field-database.ts";

export interface SyncItem {
  readonly key: string;
  readonly enterprise: string;
  readonly title: string;
  readonly kind: "arrive" | "findings" | "hazard" | "reinspection" | "record" | "photos" | "other";
  readonly from: string;
  readonly to: string;
  readonly photos: number;
  readonly bytes: number;
  /** Of photos, how many arrived. */
  readonly sent: number;
}

export interface SyncView {
  readonly stuck: readonly OutboxCommand[];
  readonly stuckPhotos: readonly OutboxPhoto[];
  readonly waiting: readonly SyncItem[];
  readonly arrived: readonly SyncItem[];
}

const kinds: Readonly<Record<string, SyncItem["kind"]>> = {
  "visit.start": "arrive",
  "visit.accompany": "arrive",
  "finding.record": "findings",
  "hazard.record": "hazard",
  "hazard.fixOnSite": "hazard",
  "reinspection.pass": "reinspection",
  "reinspection.fail": "reinspection",
  "visit.finish": "record",
  "onSiteRecord.serve": "record",
};

const titles: Readonly<Record<SyncItem["kind"], (count: number) => string>> = {
  arrive: () => "到场",
  findings: (count) => `检查结果${count}次`,
  hazard: (count) => `隐患${count}条`,
  reinspection: (count) => `复查${count}条`,
  record: () => "检查记录与签字",
  photos: (count) => `照片${count}张`,
  other: (count) => `其他${count}项`,
};

export function syncView(commands: readonly OutboxCommand[], photos: readonly OutboxPhoto[]): SyncView {
  const waiting = commands.filter((one) => one.state === "waiting");
  const stuck = commands.filter((one) => one.state === "refused" || one.state === "conflict");
  const stuckIds = new Set(stuck.map((one) => one.id));
  const sendable = photos.filter((one) => one.state !== "kept" && !stuckIds.has(one.commandId));
  const arrived = commands.filter((one) => one.state === "accepted" || one.state === "delivered");
  return {
    stuck,
    stuckPhotos: photos.filter((one) => one.state === "refused" && one.kind === "working"),
    waiting: [...commandItems(waiting), ...photoItems(sendable)],
    arrived: commandItems(arrived),
  };
}

function commandItems(commands: readonly OutboxCommand[]): readonly SyncItem[] {
  const groups = Map.groupBy(commands, (one) => `${one.lane} ${kinds[one.name] ?? "other"}`);
  return [...groups].map(([key, members]) => {
    const kind = kinds[members[0]?.name ?? ""] ?? "other";
    const counted = kind === "hazard" ? members.filter((one) => one.name === "hazard.record") : members;
    const times = members.map((one) => one.occurredAt).toSorted();
    return {
      key,
      kind,
      enterprise: members[0]?.enterprise ?? "",
      title: counted.length === 0 ? "当场整改" : titles[kind](counted.length),
      from: times[0] ?? "",
      to: times.at(-1) ?? "",
      photos: members.reduce((sum, one) => sum + one.photoCount, 0),
      bytes: 0,
      sent: 0,
    };
  });
}

/** Photos on their way, by enterprise; camera files wait quietly with their working copies. */
function photoItems(photos: readonly OutboxPhoto[]): readonly SyncItem[] {
  const groups = Map.groupBy(photos, (one) => one.enterprise);
  return [...groups].flatMap(([enterprise, members]) => {
    const left = members.filter((one) => one.state === "waiting");
    if (left.length === 0) return [];
    const working = members.filter((one) => one.kind === "working");
    const leftWorking = left.filter((one) => one.kind === "working");
    const times = members.map((one) => one.takenAt).toSorted();
    const title = leftWorking.length > 0 ? titles.photos(working.length) : `原图${left.length}张`;
    return [
      {
        key: `photos ${enterprise}`,
        kind: "photos" as const,
        enterprise,
        title,
        from: times[0] ?? "",
        to: times.at(-1) ?? "",
        photos: 0,
        bytes: left.reduce((sum, one) => sum + one.blob.size, 0),
        sent: working.length - leftWorking.length,
      },
    ];
  });
}

export interface BadgeWords {
  readonly look: "local" | "done" | "stuck";
  readonly text: string;
}

/** What needs a person first, then what is only here, then that all is well. */
export function badgeWords(view: SyncView): BadgeWords {
  const stuck = view.stuck.length + view.stuckPhotos.length;
  if (stuck > 0) return { look: "stuck", text: `${stuck}项要您处理` };
  if (view.waiting.length > 0) return { look: "local", text: `仅在本机${view.waiting.length}项` };
  return { look: "done", text: "都已送达" };
}
