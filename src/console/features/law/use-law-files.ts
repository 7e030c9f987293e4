// The files of one import: read one after another, each with its preview or the sentence that refused it, then saved.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type LawImported,
  postLawFile,
  postLawImport,
  type StatutePreview,
  statutePreviewSchema,
} from "#api/law-library.ts";
import { problemSchema } from "#api/problem.ts";
import { addressOf, call } from "../../request/api-client.ts";
import { failureText, RefusedError, UnreachableError } from "../../request/failures.ts";

export type LawFileState =
  | { readonly state: "read"; readonly preview: StatutePreview; readonly willSave: boolean }
  | { readonly state: "refused"; readonly reason: string }
  | { readonly state: "saved"; readonly preview: StatutePreview; readonly saved: LawImported };

export type ChosenLaw = LawFileState & { readonly key: string; readonly name: string };

export function useLawFiles() {
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly ChosenLaw[]>([]);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const put = (file: ChosenLaw) =>
    setFiles((before) =>
      [...before.filter((one) => one.key !== file.key), file].toSorted((a, b) => a.name.localeCompare(b.name, "zh")),
    );

  async function each<T>(items: readonly T[], work: (item: T) => Promise<ChosenLaw>) {
    for (const [done, item] of items.entries()) {
      setProgress({ done, total: items.length });
      put(await work(item));
    }
    setProgress(null);
    await queries.invalidateQueries();
  }

  return {
    files,
    busy: progress !== null,
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    read: (chosen: readonly File[]) => each(chosen, readOne),
    save: (chosen: readonly ChosenLaw[], source: string) =>
      each(
        // The newest version of a law first: it is the one that is released at once.
        chosen.toSorted((a, b) => passedOn(b).localeCompare(passedOn(a))),
        (file) => saveOne(file, source),
      ),
  };
}

function passedOn(file: ChosenLaw): string {
  return file.state === "read" ? (file.preview.passedOn ?? "") : "";
}

async function readOne(file: File): Promise<ChosenLaw> {
  const own = { key: `${file.name} ${file.size}`, name: file.name };
  try {
    const preview = await upload(file);
    return { ...own, state: "read", preview, willSave: preview.placement === "new" || preview.placement === "attach" };
  } catch (error) {
    return { ...own, state: "refused", reason: failureText(error) };
  }
}

async function saveOne(file: ChosenLaw, source: string): Promise<ChosenLaw> {
  if (file.state !== "read") return file;
  const { key, name, preview } = file;
  try {
    const saved = await call(postLawImport, { params: { sha256: preview.sha256 }, body: { fileName: name, source } });
    return { key, name, state: "saved", preview, saved };
  } catch (error) {
    return { key, name, state: "refused", reason: failureText(error) };
  }
}

/** The file's own bytes; everything else on this page is JSON. */
async function upload(file: File): Promise<StatutePreview> {
  const response = await fetch(addressOf(postLawFile, { query: { name: file.name } }), {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: file,
    credentials: "same-origin",
  }).catch(() => {
    throw new UnreachableError();
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return statutePreviewSchema.parse(body);
  const problem =
    typeof body === "object" && body !== null && "problem" in body
      ? problemSchema.safeParse(body.problem).data
      : undefined;
  throw problem ? new RefusedError(response.status, problem) : new UnreachableError(response.status);
}
