// A photo as a form prints it: named by content, with its stage and the moment the command gave it.
import { z } from "zod";
import { clockOf, dayOf, type Instant, localDateSchema } from "../calendar/local-date.ts";
import { PHOTO_STAGE_LABELS } from "./labels.ts";

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export const clockSchema = z.string().regex(/^\d{2}:\d{2}$/);

export const photoEntrySchema = z.strictObject({
  sha256: sha256Schema,
  stage: z.enum(["found", "fixed"]),
  stageText: z.string().min(1),
  takenOn: localDateSchema,
  takenAt: clockSchema,
  caption: z.string().max(100).nullable(),
});

export type PhotoEntry = z.infer<typeof photoEntrySchema>;

export interface PhotoFacts {
  readonly sha256: string;
  readonly stage: PhotoEntry["stage"];
  readonly takenAt: Instant;
  readonly caption?: string | null;
}

export function photoEntryOf(facts: PhotoFacts): PhotoEntry {
  return {
    sha256: facts.sha256,
    stage: facts.stage,
    stageText: PHOTO_STAGE_LABELS[facts.stage].zh,
    takenOn: dayOf(facts.takenAt),
    takenAt: clockOf(facts.takenAt),
    caption: facts.caption ?? null,
  };
}
