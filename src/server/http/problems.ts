// The one file that maps refusals to HTTP and to sentences.
import type { FastifyReply } from "fastify";
import type { ProblemAnswer } from "#api/problem.ts";
import type { Problem } from "#domain/kernel/result.ts";
import { problemText } from "#domain/problems.ts";

/** A refusal on its way to the client; thrown by handlers, turned into an answer by the error handler. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, code: string, params: Problem["params"] = {}) {
    super(code);
    this.name = "ProblemError";
    this.status = status;
    this.problem = { code, params };
  }
}

export const notFound = () => new ProblemError(404, "not_found");

export function spoken(problem: Problem): ProblemAnswer {
  return { code: problem.code, params: { ...problem.params }, text: problemText(problem) };
}

export function replyProblem(reply: FastifyReply, status: number, problem: Problem): FastifyReply {
  return reply.status(status).send({ problem: spoken(problem) });
}
