// The sheet's own bytes to the server; everything else of the catalogue is JSON.
import { type CatalogueImport, catalogueImportSchema, postCatalogueSheet } from "#api/catalogue.ts";
import { problemSchema } from "#api/problem.ts";
import { addressOf } from "../../request/api-client.ts";
import { RefusedError, UnreachableError } from "../../request/failures.ts";

/** What the sheet would change, or with `save` has changed; a refusal of the whole file is thrown with its sentence. */
export async function sendSheet(file: File, save: boolean): Promise<CatalogueImport> {
  const response = await fetch(addressOf(postCatalogueSheet, { query: { save: save ? "yes" : "no" } }), {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
    credentials: "same-origin",
  }).catch(() => {
    throw new UnreachableError();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return catalogueImportSchema.parse(body);
  const problem =
    typeof body === "object" && body !== null && "problem" in body
      ? problemSchema.safeParse(body.problem).data
      : undefined;
  throw problem ? new RefusedError(response.status, problem) : new UnreachableError(response.status);
}
