import { z } from "zod";

/** One fix of the phone; accuracy in metres. Left out where the person or the phone gives none. */
export const placeSchema = z.object({
  lat: z.number().min(-90).max(90).nullish(),
  lng: z.number().min(-180).max(180).nullish(),
  accuracy: z.number().min(0).max(1_000_000).nullish(),
});
