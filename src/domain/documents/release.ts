// Who reviewed and who released a report: beside the form's data, never in it, as signatures are.
import { z } from "zod";
import { clockOf, dayOf, type Instant, localDateSchema } from "../calendar/local-date.ts";
import { clockSchema } from "./photo-entry.ts";

/** One person's act on a document, with the day and the clock in Shanghai. */
export const handSchema = z.strictObject({ name: z.string().min(1).max(80), on: localDateSchema, at: clockSchema });

export const releaseSchema = z.strictObject({
  reviewedBy: handSchema.nullable(),
  releasedBy: handSchema.nullable(),
  /** The scheme let one person review and release; printed. */
  onePersonRelease: z.boolean(),
});

export type Hand = z.infer<typeof handSchema>;
export type Release = z.infer<typeof releaseSchema>;
export type HandFacts = { readonly name: string; readonly at: Instant };

export function handOf(facts: HandFacts): Hand {
  return { name: facts.name, on: dayOf(facts.at), at: clockOf(facts.at) };
}

export function releaseOf(reviewed: HandFacts | null, released: HandFacts | null, onePerson: boolean): Release {
  return {
    reviewedBy: reviewed && handOf(reviewed),
    releasedBy: released && handOf(released),
    onePersonRelease: onePerson,
  };
}
