// A story: who does what when, and what must then be true. Times are Shanghai's, '2026-11-02 09:30'.
import { z } from "zod";

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
const who = z.enum([
  "expert",
  "otherExpert",
  "agencyLead",
  "officer",
  "officeLead",
  "community",
  "owner",
  "electrician",
  "enforcement",
  "nightJob",
]);

/** What is looked at afterwards: columns of the hazard and its clocks on that day. */
const expected = z.object({
  hazard: z.record(z.string(), z.unknown()).optional(),
  /** The holder's own clock and the enterprise's, on the day of the step. */
  holderDue: z.string().optional(),
  enterpriseDue: z.string().optional(),
  /** The last line of the timeline. */
  lastAct: z.record(z.string(), z.unknown()).optional(),
  /** States of its rows, in the order they came. */
  extensions: z.array(z.string()).optional(),
  referrals: z.array(z.string()).optional(),
  /** State of the five steps, 1 to 5. */
  steps: z.array(z.string()).optional(),
  carriedOverAt: z.string().optional(),
});

const step = z.object({
  at: moment,
  /** When it reached the server, where that was later. */
  received: moment.optional(),
  who: who.optional(),
  /** Opens a visit of that name by `who`. */
  visit: z.string().optional(),
  do: z.string().optional(),
  /** Photos to take. */
  photos: z.int().optional(),
  args: z.record(z.string(), z.unknown()).optional(),
  /** The code it is refused with. */
  refused: z.string().optional(),
  afterwards: expected.optional(),
});
export type StoryStep = z.output<typeof step>;

export const storySchema = z.object({ title: z.string(), source: z.string(), steps: z.array(step).min(1) });
export type Story = z.output<typeof storySchema>;
