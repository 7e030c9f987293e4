import { z } from "zod";

/** A refusal as it travels: stable code, parameters, and the sentence a person reads. */
export const problemSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
});
export type ProblemAnswer = z.output<typeof problemSchema>;
