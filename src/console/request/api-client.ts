// Calls a route of src/api: fills the path, sends the body, and reads the answer with the route's own schema.
import type { z } from "zod";
import { type ProblemAnswer, problemSchema } from "#api/problem.ts";
import type { Route } from "#api/route.ts";
import { RefusedError, UnreachableError } from "./failures.ts";
import { goToSignIn } from "./sign-in-redirect.ts";

export interface CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params?: z.input<P>;
  readonly query?: z.input<Q>;
  readonly body?: z.input<B>;
  readonly signal?: AbortSignal;
}

/** The parsed answer of a route. A refusal is thrown with its sentence; no answer at all as `UnreachableError`. */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
  input: CallInput<P, Q, B> = {},
): Promise<z.output<R>> {
  const response = await reach(addressOf(route, input), {
    method: route.method,
    headers: input.body === undefined ? {} : { "content-type": "application/json" },
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    signal: input.signal,
  });
  if (!response.ok) throw await refusalOf(response);
  return route.response.parse(await response.json());
}

/** Where a route's answer lies, for a link or a download. */
export function addressOf(route: Route, input: { readonly params?: unknown; readonly query?: unknown }): string {
  const params = entriesOf(input.params);
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params.find(([key]) => key === name)?.[1] ?? ""),
  );
  const query = new URLSearchParams(entriesOf(input.query).filter(([, value]) => value !== ""));
  return query.size > 0 ? `${path}?${query}` : path;
}

function entriesOf(value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]): [string, string][] =>
    one === undefined || one === null ? [] : [[key, String(one)]],
  );
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: "same-origin" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new UnreachableError();
  }
}

async function refusalOf(response: Response): Promise<Error> {
  if (response.status === 401) goToSignIn();
  const problem = await readProblem(response);
  return problem ? new RefusedError(response.status, problem) : new UnreachableError(response.status);
}

async function readProblem(response: Response): Promise<ProblemAnswer | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || !("problem" in body)) return undefined;
  return problemSchema.safeParse(body.problem).data;
}
