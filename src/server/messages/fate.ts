// What became of one try to deliver: delivered, to be tried again, or given up, each with its sentence.
import { type Problem, refuse } from "#domain/kernel/result.ts";

export type Fate =
  | { readonly kind: "sent" }
  | { readonly kind: "again"; readonly problem: Problem }
  | { readonly kind: "failed"; readonly problem: Problem };

export const SENT: Fate = { kind: "sent" };

export function again(code: string, params: Problem["params"] = {}): Fate {
  return { kind: "again", problem: refuse(code, params).problem };
}

export function failed(code: string, params: Problem["params"] = {}): Fate {
  return { kind: "failed", problem: refuse(code, params).problem };
}
