import { useEffect, useRef, useState } from "react";
import { dropDraft, readDraft, saveDraft } from "../store/drafts.ts";
import { useField } from "./field-context.ts";

export interface DraftState<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  readonly drop: () => Promise<void>;
  /** Why what is on the screen could not be kept; gone with the next change that could. */
  readonly problem: string | undefined;
}

const FULL = "没有存下：这台手机的存储写不进去。先别关这一页，请腾出空间，再改一个字就会重存。";

/** A form that is kept as it is filled in; undefined until it was looked for. */
export function useDraft<T extends object>(id: string, make: () => T | Promise<T>): DraftState<T> | undefined {
  const { db } = useField();
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<string>();
  const keeper = useRef<Keeper>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is found or made once for its id
  useEffect(() => {
    keeper.current = keeperOf(
      (latest) => saveDraft(db, id, latest),
      (isKept) => setProblem(isKept ? undefined : FULL),
    );
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
        keeper.current?.keep(after);
        return after;
      }),
    drop: async () => {
      await keeper.current?.stop();
      await dropDraft(db, id);
    },
    problem,
  };
}

interface Keeper {
  readonly keep: (value: object) => void;
  /** After the write that is under way nothing is written any more. */
  readonly stop: () => Promise<void>;
}

/** Writes the latest value at once, one write at a time: letters typed meanwhile go with the next, with photos it matters. */
function keeperOf(write: (value: object) => Promise<void>, onDone: (isKept: boolean) => void): Keeper {
  let next: object | undefined;
  let stopped = false;
  let running: Promise<void> | undefined;
  async function run(): Promise<void> {
    while (next !== undefined && !stopped) {
      const value = next;
      next = undefined;
      try {
        await write(value);
        onDone(true);
      } catch (error) {
        console.error("the draft could not be kept", error);
        onDone(false);
      }
    }
    running = undefined;
  }
  return {
    keep(value) {
      next = value;
      running ??= run();
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
