// Repair: the form filled in as the refused command was, with its photos, to be changed and sent as a new one.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { recordArgs } from "#domain/hazard/args.ts";
import { type CaptureDraft, emptyCapture } from "../../app/capture-draft.ts";
import type { TakenPhoto } from "../../photo/take-photo.ts";
import type { FieldDatabase } from "../../store/field-database.ts";

const envelopeSchema = z.object({ args: recordArgs });

export async function draftOfRefused(
  db: FieldDatabase,
  scope: string,
  commandId: string,
): Promise<CaptureDraft | undefined> {
  const [command] = await db.commands.where("id").equals(commandId).toArray();
  const parsed = envelopeSchema.safeParse(command && JSON.parse(command.text));
  if (!parsed.success) return undefined;
  const { args } = parsed.data;
  const photos: TakenPhoto[] = [];
  for (const photo of args.photos) photos.push(...(await takenAgain(db, scope, photo)));
  return {
    ...emptyCapture(args.visitId, args.itemCode, args.place),
    step: "check",
    photos,
    noPhotoReason: args.noPhotoReason ?? null,
    description: args.description,
    advice: args.advice,
    standard: args.standard,
    clauses: args.citations ?? null,
    suspectedMajor: args.severity === "suspectedMajor",
    severityCase: args.severityCase ?? "",
    days: args.deadlineDays ?? null,
    daysReason: args.deadlineReason ?? "",
  };
}

/** The marked copy serves as the picture; the camera's file is the same as before. */
async function takenAgain(
  db: FieldDatabase,
  scope: string,
  photo: z.output<typeof recordArgs>["photos"][number],
): Promise<readonly TakenPhoto[]> {
  const working = await db.photos.get([scope, photo.sha256]);
  const original = photo.originalSha256 ? await db.photos.get([scope, photo.originalSha256]) : undefined;
  if (!working) return [];
  const { takenAt, lat, lng } = photo;
  const place = lat != null && lng != null ? { place: { lat, lng, accuracy: 0 } } : {};
  const source = photo.source === "library" ? "library" : "camera";
  return [
    {
      slotId: uuidv7(),
      original: original?.blob ?? working.blob,
      upright: working.blob,
      marks: [],
      takenAt,
      source,
      ...place,
    },
  ];
}
