// The code of a planned task, '2026-1-0007-J': service year, period, register number, kind. A second one of a period ends in 2.
import type { Tasks } from "../rows.generated.ts";

export type TaskKind = Tasks["kind"];

const LETTERS: Readonly<Record<TaskKind, string>> = { inspection: "J", supervision: "D", reinspection: "F" };

export interface TaskPlace {
  readonly serviceYear: number;
  readonly periodNo: number;
  readonly registerNo: number;
  readonly kind: TaskKind;
}

export function taskCode(place: TaskPlace, sequence: number): string {
  const { serviceYear, periodNo, registerNo, kind } = place;
  const stem = `${serviceYear}-${periodNo}-${String(registerNo).padStart(4, "0")}-${LETTERS[kind]}`;
  return sequence === 1 ? stem : `${stem}${sequence}`;
}

/** Which of its place a code is, or undefined for another place's or one made on a phone for an unplanned visit. */
export function sequenceOf(code: string, place: TaskPlace): number | undefined {
  const stem = taskCode(place, 1);
  if (!code.startsWith(stem)) return undefined;
  const rest = code.slice(stem.length);
  if (rest === "") return 1;
  return /^[1-9]\d?$/.test(rest) ? Number(rest) : undefined;
}
