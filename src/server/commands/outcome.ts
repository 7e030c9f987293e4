// What became of a command: accepted, refused with its problem, or nothing yet.
import type { Problem } from "#domain/kernel/result.ts";

export interface Outcome {
  readonly id: string;
  readonly status: "accepted" | "refused" | "conflict" | "notFound";
  readonly problem?: Problem;
  /** True when this answer was stored by an earlier sending. */
  readonly repeated?: boolean;
}

/** The answer to one request. A command without an outcome was not decided; `stopped` says why the request ended there. */
export interface Answer {
  readonly outcomes: readonly Outcome[];
  readonly stopped?: Problem;
  /** The journal's head after this request, a safe sync cursor. */
  readonly seq?: number;
}
