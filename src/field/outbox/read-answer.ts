// What an answer of the server means for what was sent. Pure; every way a request can end is one case here.
import type { OutcomeAnswer } from "#api/commands.ts";
import type { ProblemAnswer } from "#api/problem.ts";
import type { CommandState } from "./command-state.ts";

export type Reply =
  | { readonly kind: "answered"; readonly outcomes: readonly OutcomeAnswer[]; readonly stopped?: ProblemAnswer }
  | { readonly kind: "refused"; readonly status: number; readonly problem: ProblemAnswer }
  /** No answer at all: no signal, a cut connection, a page of a café's network. */
  | { readonly kind: "unreachable" };

export interface Settled {
  readonly id: string;
  readonly state: CommandState;
  readonly problem?: ProblemAnswer;
}

export interface Reading {
  readonly settled: readonly Settled[];
  /** connection: everything waits. lane: this visit waits. signedOut: until someone signs in. none: go on. */
  readonly failed: "none" | "connection" | "lane" | "signedOut";
  /** Why the lane waits, in words. */
  readonly stopped?: ProblemAnswer;
}

const UNSEEN: ProblemAnswer = {
  code: "not_found",
  params: {},
  text: "没有找到。可能已经改名、已被撤下，或不在您的范围里。",
};

/** Commands that got no outcome stay as they are: those after the one that stopped the request, or all of them. */
export function readReply(reply: Reply): Reading {
  if (reply.kind === "unreachable") return { settled: [], failed: "connection" };
  if (reply.kind === "refused") return readRefusal(reply.status, reply.problem);
  return {
    settled: reply.outcomes.map(settledBy),
    failed: reply.stopped ? "lane" : "none",
    ...(reply.stopped ? { stopped: reply.stopped } : {}),
  };
}

/** 401 keeps and asks to sign in; anything else without an outcome is kept and tried again with its reason shown. */
function readRefusal(status: number, problem: ProblemAnswer): Reading {
  if (status === 401) return { settled: [], failed: "signedOut", stopped: problem };
  return { settled: [], failed: "lane", stopped: problem };
}

function settledBy(outcome: OutcomeAnswer): Settled {
  const { id, problem } = outcome;
  switch (outcome.status) {
    case "accepted":
      return { id, state: "accepted" };
    case "refused":
      return { id, state: "refused", ...(problem ? { problem } : {}) };
    case "conflict":
      return { id, state: "conflict", ...(problem ? { problem } : {}) };
    case "notFound":
      return { id, state: "refused", problem: problem ?? UNSEEN };
    default:
      return outcome.status satisfies never;
  }
}

export interface PhotoReading {
  readonly state: "waiting" | "stored" | "refused";
  readonly failed: Reading["failed"];
  readonly problem?: ProblemAnswer;
}

export type PhotoReply =
  | { readonly kind: "stored" }
  | { readonly kind: "refused"; readonly status: number; readonly problem: ProblemAnswer }
  | { readonly kind: "unreachable" };

/** A picture the server cannot take (damaged, mislabelled, too large) needs a person; one it does not know yet waits. */
export function readPhotoReply(reply: PhotoReply): PhotoReading {
  if (reply.kind === "stored") return { state: "stored", failed: "none" };
  if (reply.kind === "unreachable") return { state: "waiting", failed: "connection" };
  const { status, problem } = reply;
  if (status === 401) return { state: "waiting", failed: "signedOut", problem };
  if (status === 413 || status === 422) return { state: "refused", failed: "none", problem };
  return { state: "waiting", failed: "lane", problem };
}
