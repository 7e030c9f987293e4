// What is ticked in the tray, and what can be done with it.
import { useState } from "react";
import { likelyPlace } from "../../app/capture-draft.ts";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { merged, remake, split, type TrayEntry, toCapture } from "../../app/tray.ts";
import type { VisitRows } from "../../store/visit-rows.ts";

export interface TraySorting {
  readonly chosen: readonly TrayEntry[];
  readonly toggle: (entry: TrayEntry) => void;
  readonly change: (entry: TrayEntry, part: Partial<TrayEntry>) => Promise<void>;
  readonly makeHazard: () => Promise<void>;
  readonly mergeChosen: () => Promise<void>;
  readonly splitChosen: () => Promise<void>;
  readonly discardChosen: (reason: string) => Promise<void>;
  /** The entry of this id onto another one. */
  readonly putTogether: (id: string, onto: TrayEntry) => Promise<void>;
}

export function useTraySorting(
  scope: string,
  { visit, ...rows }: VisitRows,
  entries: readonly TrayEntry[],
): TraySorting {
  const { db } = useField();
  const [ids, setIds] = useState<readonly string[]>([]);
  const chosen = entries.filter((entry) => ids.includes(entry.id));
  const now = (some: readonly string[], make: (found: readonly TrayEntry[]) => readonly TrayEntry[]) =>
    remake(db, visit.id, some, make);
  async function merge(some: readonly string[]): Promise<void> {
    await now(some, (found) => wholeOf(found));
    setIds([]);
  }
  return {
    chosen,
    toggle: ({ id }) => setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
    change: ({ id }, part) => now([id], (found) => found.map((entry) => ({ ...entry, ...part }))),
    async makeHazard() {
      const draftId = await toCapture(db, visit.id, ids, likelyPlace({ visit, ...rows }));
      goTo({ page: "capture", scope, visitId: visit.id, draftId });
    },
    mergeChosen: () => merge(chosen.map((entry) => entry.id)),
    async splitChosen() {
      await now(ids, (found) => found.flatMap(split));
      setIds([]);
    },
    async discardChosen(discardReason) {
      await now(ids, (found) => found.map((entry) => ({ ...entry, discardReason })));
      setIds([]);
    },
    async putTogether(id, onto) {
      if (id !== onto.id && entries.some((entry) => entry.id === id)) await merge([onto.id, id]);
    },
  };
}

function wholeOf(found: readonly TrayEntry[]): readonly TrayEntry[] {
  const whole = merged(found);
  return whole ? [whole] : [];
}
