// Sends a plan in portions of 80 enterprises under one operation, with a way to stop.
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { PlanPerson } from "#api/plan.ts";
import { failureText } from "../../request/failures.ts";
import { newId, sendCommand } from "../../request/send-command.ts";
import { useMembership } from "../../session/session-context.ts";

const PORTION = 80;

/** Who goes, by membership, and how many visits a day each makes. */
export type Chosen = ReadonlyMap<string, number>;

export interface Candidates {
  readonly day: string;
  readonly schemeId: string | null;
  readonly startsOn: string | null;
  readonly enterpriseIds: readonly string[];
  readonly withoutAgency: number;
  readonly visitsADay: { readonly expert: number; readonly officer: number };
  readonly experts: readonly PlanPerson[];
  readonly officers: readonly PlanPerson[];
}

export type Making = ReturnType<typeof useMaking>;

/** A chain of commands under one operation; stopped, what is planned stays. */
export function useMaking({ schemeId, enterpriseIds }: Candidates, onDone: () => void) {
  const membership = useMembership();
  const queries = useQueryClient();
  const stopped = useRef(false);
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState(0);
  const [failure, setFailure] = useState<string>();
  async function run(experts: Chosen, officers: Chosen, fromDay: string) {
    const operationId = newId();
    const send = (name: string, args: object) => sendCommand(membership, { name, args: { operationId, ...args } });
    const people = (chosen: Chosen) => [...chosen].map(([membershipId, perDay]) => ({ membershipId, perDay }));
    stopped.current = false;
    setRunning(true);
    setFailure(undefined);
    try {
      await send("operation.start", { kind: "plan.make", total: enterpriseIds.length });
      for (let from = 0; from < enterpriseIds.length && !stopped.current; from += PORTION) {
        const portion = enterpriseIds.slice(from, from + PORTION);
        await send("plan.make", {
          schemeId,
          enterpriseIds: portion,
          fromDay,
          experts: people(experts),
          officers: people(officers),
        });
        await send("operation.advance", { done: from + portion.length });
        setDone(from + portion.length);
      }
      await send("operation.end", { state: stopped.current ? "cancelled" : "done" });
      onDone();
    } catch (error) {
      setFailure(failureText(error));
      await send("operation.end", { state: "failed", summary: failureText(error) }).catch(() => undefined);
    } finally {
      setRunning(false);
      await queries.invalidateQueries();
    }
  }
  return {
    running,
    done,
    failure,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
