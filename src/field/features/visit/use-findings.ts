// Answers to the checklist. "The rest conform" is held back for a few seconds, so that it can be taken back whole.
import { useEffect, useState } from "react";
import { useField } from "../../app/field-context.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { useLive } from "../../app/use-live.ts";
import { withdrawHeld } from "../../outbox/outbox-store.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import type { Result } from "./checklist-state.ts";

export const HOLD_MS = 8_000;

export interface Held {
  readonly id: string;
  readonly until: number;
  readonly count: number;
}

export interface Findings {
  readonly answer: (itemCode: string, result: Result) => Promise<boolean>;
  readonly restConform: (itemCodes: readonly string[]) => Promise<boolean>;
  readonly held: Held | undefined;
  readonly undo: () => void;
  readonly problem: string | undefined;
}

export function useFindings(scope: string, { visit }: VisitRows): Findings {
  const { db, loop } = useField();
  const { issue, problem } = useIssue(scope);
  const [now, setNow] = useState(() => Date.now());
  const held = useLive(async () => {
    const commands = await db.commands.where("visitId").equals(visit.id).toArray();
    const last = commands.filter((one) => one.state === "waiting" && (one.heldUntil ?? 0) > 0).at(-1);
    return last ? { id: last.id, until: last.heldUntil ?? 0, count: last.changes.length - 1 } : undefined;
  }, [db, visit.id]);
  useEffect(() => {
    if (!held || held.until <= Date.now()) return;
    const timer = setTimeout(() => setNow(Date.now()), held.until - Date.now());
    return () => clearTimeout(timer);
  }, [held]);
  const common = { visitId: visit.id, enterprise: shortName(visit.enterpriseName), name: "finding.record" };
  return {
    answer: (itemCode, result) =>
      issue([{ ...common, about: "检查结果", args: { visitId: visit.id, findings: [{ itemCode, result }] } }]),
    restConform: (itemCodes) => {
      const findings = itemCodes.map((itemCode) => ({ itemCode, result: "conform" }));
      return issue([{ ...common, about: "其余都符合", args: { visitId: visit.id, findings }, holdMs: HOLD_MS }]);
    },
    held: held && held.until > Math.max(now, Date.now()) ? held : undefined,
    undo: () => {
      if (held) void withdrawHeld(db, held.id, Date.now()).then(() => loop.wake());
    },
    problem,
  };
}
