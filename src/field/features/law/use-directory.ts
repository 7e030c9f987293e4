// The directory of all memberships as one index: read portion by portion, so that the screen stays alive meanwhile.
import { useEffect, useState } from "react";
import { useField } from "../../app/field-context.ts";
import type { Holder } from "../../store/device.ts";
import { type DirectoryPortion, onDirectory, portionsOf, wholeDay } from "../../store/directory-database.ts";
import { type DirectoryIndex, indexOf } from "./directory-index.ts";

let kept: { readonly key: string; readonly index: DirectoryIndex } | undefined;

/** Undefined while it is being read; empty before the first whole one. */
export function useDirectory(): DirectoryIndex | undefined {
  const { holder } = useField();
  const [index, setIndex] = useState<DirectoryIndex>();
  const [arrived, setArrived] = useState(0);
  useEffect(() => onDirectory(() => setArrived((count) => count + 1)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each portion that arrives
  useEffect(() => {
    let isGone = false;
    void readDirectory(holder).then((read) => {
      if (!isGone) setIndex(read);
    });
    return () => {
      isGone = true;
    };
  }, [holder, arrived]);
  return index;
}

/** Kept while it is of the same days. */
async function readDirectory({ accountId, memberships }: Holder): Promise<DirectoryIndex> {
  const scopes: { readonly scope: string; readonly day: string }[] = [];
  for (const { id: scope } of memberships) {
    const day = await wholeDay(accountId, scope);
    if (day) scopes.push({ scope, day });
  }
  const key = JSON.stringify([accountId, scopes]);
  if (kept?.key === key) return kept.index;
  const portions: DirectoryPortion[] = [];
  for (const { scope, day } of scopes) portions.push(...(await portionsOf(accountId, scope, day)));
  kept = { key, index: indexOf(portions) };
  return kept.index;
}
