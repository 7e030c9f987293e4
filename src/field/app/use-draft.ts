import { useEffect, useState } from "react";
import { dropDraft, readDraft, saveDraft } from "../store/drafts.ts";
import { useField } from "./field-context.ts";

export interface DraftState<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  readonly drop: () => Promise<void>;
}

/** A form that is kept as it is filled in; undefined until it was looked for. */
export function useDraft<T extends object>(id: string, make: () => T | Promise<T>): DraftState<T> | undefined {
  const { db } = useField();
  const [value, setValue] = useState<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is found or made once for its id
  useEffect(() => {
    void (async () => {
      const kept = await readDraft<T>(db, id);
      setValue(kept ?? (await make()));
    })();
  }, [db, id]);
  if (value === null) return undefined;
  return {
    value,
    change: (part) =>
      setValue((before) => {
        if (before === null) return before;
        const after = { ...before, ...part };
        void saveDraft(db, id, after);
        return after;
      }),
    drop: () => dropDraft(db, id),
  };
}
