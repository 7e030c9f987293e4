import { z } from "zod";
import { roles } from "#domain/access/roles.ts";
import { problemSchema } from "./problem.ts";
import { defineRoute } from "./route.ts";

export const outcomeSchema = z.object({
  id: z.uuid(),
  status: z.enum(["accepted", "refused", "conflict", "notFound"]),
  problem: problemSchema.optional(),
  repeated: z.boolean().optional(),
});
export type OutcomeAnswer = z.output<typeof outcomeSchema>;

export const postCommands = defineRoute({
  method: "POST",
  path: "/api/v1/commands",
  summary: "The one way to write: 1–50 commands of one visit (or one), as exact JSON texts, decided in order",
  by: roles.filter((role) => role !== "public" && role !== "system" && role !== "linkHolder"),
  body: z.object({ commands: z.array(z.string().max(200_000)).min(1).max(50) }),
  response: z.object({
    outcomes: z.array(outcomeSchema),
    /** Why the request ended before its last command. Commands without an outcome are kept and sent again. */
    stopped: problemSchema.optional(),
    seq: z.int().optional(),
    /** The app that sent is too old, in words; its work was taken all the same. */
    update: z.string().optional(),
  }),
});
