// What a hazard's proof photos repeat: a warning for whoever decides on the proof.
import { z } from "zod";
import { alikeWheres } from "#domain/hazard/same-photos.ts";
import { hazardPageRoles } from "./hazards.ts";
import { defineRoute } from "./route.ts";

const samePhotoSchema = z.object({
  /** The slot of the proof. */
  proof: z.uuid(),
  where: z.enum(alikeWheres),
  /** The same file; else a picture much alike. */
  exact: z.boolean(),
  /** The photo it repeats; null where this reader may not see it. */
  other: z
    .object({ slotId: z.uuid(), hazardId: z.uuid(), number: z.string(), enterpriseName: z.string(), place: z.string() })
    .nullable(),
});
export type SamePhoto = z.output<typeof samePhotoSchema>;

export const listSamePhotos = defineRoute({
  method: "GET",
  path: "/api/v1/hazards/:id/same-photos",
  summary: "Photos that this hazard's proof repeats: its own from before, another hazard's, another enterprise's",
  by: hazardPageRoles,
  params: z.object({ id: z.uuid() }),
  response: z.object({ photos: z.array(samePhotoSchema) }),
});
