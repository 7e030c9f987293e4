// A bulk act as a chain of commands of at most 200 rows under one operation: progress in counts, and a way to stop in between.
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef, useState } from "react";
import { useMembership } from "../session/session-context.ts";
import { failureText } from "./failures.ts";
import { type CommandToSend, newId, sendCommand } from "./send-command.ts";

export const PORTION = 200;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Portions<T> {
  readonly kind: string;
  readonly rows: readonly T[];
  readonly commandOf: (rows: readonly T[], operationId: string) => CommandToSend;
}

export function usePortions() {
  const membership = useMembership();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);

  /** How many rows were done; fewer than all after a refusal, which has been shown, or a stop. */
  async function run<T>({ kind, rows, commandOf }: Portions<T>): Promise<number> {
    const operationId = newId();
    const total = rows.length;
    const tell = (name: string, args: object) => sendCommand(membership, { name, args: { operationId, ...args } });
    let done = 0;
    stopped.current = false;
    setProgress({ done, total });
    try {
      await tell("operation.start", { kind, total });
      while (done < total && !stopped.current) {
        const portion = rows.slice(done, done + PORTION);
        await sendCommand(membership, commandOf(portion, operationId));
        done += portion.length;
        setProgress({ done, total });
        await tell("operation.advance", { done });
      }
      await tell("operation.end", { state: done < total ? "cancelled" : "done" });
    } catch (error) {
      void message.error({ content: failureText(error), duration: 8 });
      await tell("operation.end", { state: "failed" }).catch(() => undefined);
    } finally {
      setProgress(null);
      await queries.invalidateQueries();
    }
    return done;
  }

  return {
    run,
    progress,
    stop: () => {
      stopped.current = true;
    },
  };
}
