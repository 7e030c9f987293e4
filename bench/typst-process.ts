// Orders documents from `typst-alone.ts`.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import type { PrintedDocument } from "#server/documents/printed-photos.ts";
import { proofQrSvg } from "#server/documents/proof-qr.ts";
import type { Photo } from "./report-documents.ts";

export interface TypstOrder {
  readonly input: string;
  readonly photos: readonly Photo[];
}

const SCRIPT = fileURLToPath(new URL("./typst-alone.ts", import.meta.url));
const answer = z.tuple([z.object({ milliseconds: z.number(), bytes: z.number().positive() })]).rest(z.unknown());

export interface TypstProcess {
  /** Milliseconds Typst took for this document and its pictures. */
  time(document: PrintedDocument, photos: readonly Photo[]): Promise<number>;
  stop(): void;
}

export function startTypst(): TypstProcess {
  const child = fork(SCRIPT, { serialization: "advanced" });
  return {
    async time(document, photos) {
      child.send({ input: inputOf(document), photos });
      const [{ milliseconds }] = answer.parse(await once(child, "message"));
      return milliseconds;
    },
    stop: () => child.kill(),
  };
}

/** The input as the template takes it. */
function inputOf({ form, signing, release, proofUrl }: PrintedDocument): string {
  return JSON.stringify({
    ...{ form, signing: signing ?? null, release: release ?? null, digest: canonicalDigest(form) },
    ...{ proofQr: proofUrl ? proofQrSvg(proofUrl) : null, extraFamilies: [], uncovered: [] },
  });
}
