// Files to the server as they are, and sheets back: the only requests of this app that are no JSON.
import { problemSchema } from "#api/problem.ts";
import { RefusedError, UnreachableError } from "../../request/failures.ts";

/** Answers the body; a refusal is thrown with its sentence. */
export async function sendBytes(address: string, file: File): Promise<unknown> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
    credentials: "same-origin",
  }).catch(() => {
    throw new UnreachableError();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const problem = typeof body === "object" && body !== null && "problem" in body ? body.problem : undefined;
  const read = problemSchema.safeParse(problem);
  throw read.success ? new RefusedError(response.status, read.data) : new UnreachableError(response.status);
}

export async function downloadSheet(address: string, choices: object, name: string): Promise<void> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(choices),
    credentials: "same-origin",
  });
  if (!response.ok) throw new UnreachableError(response.status);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
