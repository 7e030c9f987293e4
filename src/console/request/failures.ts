// The two ways a request fails: refused with a sentence, or never answered.
import type { ProblemAnswer } from "#api/problem.ts";

/** The server said no, and why. */
export class RefusedError extends Error {
  readonly status: number;
  readonly problem: ProblemAnswer;

  constructor(status: number, problem: ProblemAnswer) {
    super(problem.text);
    this.name = "RefusedError";
    this.status = status;
    this.problem = problem;
  }
}

/** Nobody answered, or not in our words. */
export class UnreachableError extends Error {
  readonly status: number | undefined;

  constructor(status?: number) {
    super(
      status === undefined
        ? "没连上服务器。写好的内容还在，联网后再试一次。"
        : `服务器没答复（${status}）。写好的内容还在，过一会儿再试。`,
    );
    this.name = "UnreachableError";
    this.status = status;
  }
}

/** What to tell a person about a failure. */
export function failureText(error: unknown): string {
  if (error instanceof RefusedError || error instanceof UnreachableError) return error.message;
  return "这一页出了故障，您写的内容没有丢。请刷新再试；还不行，请把这句话报给管理员。";
}
