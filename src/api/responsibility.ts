// The responsibility table of R14: who has how much in hand and since when, party by party; every figure opens its rows.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { holdingParties, watchingParties } from "#domain/hazard/responsible.ts";
import { defineRoute } from "./route.ts";
import { figureSchema } from "./rows-link.ts";
import { workReaders } from "./work-items.ts";

/** How many parties of a kind are listed; the rest stand in its total. */
export const MOST_PARTIES = 30;

const countsSchema = z.object({
  /** Open hazards held, or looked after. */
  hazards: figureSchema,
  overdue: figureSchema,
  /** Overdue ones that this party has been told of; null for those nobody climbs to. */
  climbed: figureSchema.nullable(),
  /** Reports, missed tasks and batches that wait for it; null where there is never one. */
  others: figureSchema.nullable(),
  /** Since when the longest-held of the hazards is there. */
  since: localDateSchema.nullable(),
});
export type PartyCounts = z.output<typeof countsSchema>;

const partySchema = countsSchema.extend({ id: z.uuid(), name: z.string() });
export type PartyRow = z.output<typeof partySchema>;

const sectionSchema = z.object({
  party: z.enum([...holdingParties, ...watchingParties]),
  total: countsSchema,
  /** How many enterprises, agencies or communities that are; 0 where the party is one. */
  count: z.int(),
  /** The longest overdue first, at most MOST_PARTIES. */
  rows: z.array(partySchema),
});
export type PartySection = z.output<typeof sectionSchema>;

export const getResponsibility = defineRoute({
  method: "GET",
  path: "/api/v1/responsibility",
  summary: "Who holds how many open hazards and since when, who looks after them, and what has climbed to whom",
  by: workReaders,
  query: z.object({ community: z.uuid().optional() }),
  response: z.object({
    day: localDateSchema,
    /** All open hazards: each is in exactly one holder's hands, so the holders' figures add up to it. */
    open: figureSchema,
    overdue: figureSchema,
    sections: z.array(sectionSchema),
    communities: z.array(z.object({ id: z.uuid(), name: z.string() })),
    definition: z.string(),
  }),
});
export type Responsibility = z.output<typeof getResponsibility.response>;
