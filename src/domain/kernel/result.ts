// A rule answers with a value or with one refusal; exceptions are for bugs and broken machines only.

/** A refusal with a stable code, the parameters of its sentence, and nothing else. The wording lives in `problems.ts`. */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A command the system runs by itself, with its own event, after it refused the one that called for it. */
export interface FollowUp {
  readonly name: string;
  readonly args: unknown;
}

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused = { readonly ok: false; readonly problem: Problem; readonly followUp?: FollowUp };
export type Result<T> = Ok<T> | Refused;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Refuses with a code of the catalogue (`src/domain/problems.ts`). */
export function refuse(code: string, params: Problem["params"] = {}, followUp?: FollowUp): Refused {
  return followUp ? { ok: false, problem: { code, params }, followUp } : { ok: false, problem: { code, params } };
}
