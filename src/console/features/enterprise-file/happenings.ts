// One act on several hazards of an enterprise (served, received, supervised together) is one thing that happened.
import type { FileEvent } from "#api/enterprises.ts";

export interface Happening {
  readonly act: FileEvent;
  /** In the order of their acts, newest first. */
  readonly hazards: readonly Pick<FileEvent, "hazardId" | "description">[];
}

/** Acts of the same kind, person, moment and words that stand together. The order stays. */
export function happeningsOf(events: readonly FileEvent[]): readonly Happening[] {
  const groups: FileEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0] && isSameAct(last[0], event)) last.push(event);
    else groups.push([event]);
  }
  return groups.flatMap((group) => (group[0] ? [{ act: group[0], hazards: group }] : []));
}

function isSameAct(a: FileEvent, b: FileEvent): boolean {
  const same = a.command === b.command && a.at === b.at && a.actorName === b.actorName && a.onBehalf === b.onBehalf;
  return same && a.note === b.note && a.hazardId !== b.hazardId;
}
