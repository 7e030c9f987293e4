// By which rules hazards go to a member unit: catalogue's family and second level, item codes, tags of the enterprise or site.
import { z } from "zod";
import type { Row } from "../kernel/entities.ts";
import { optionalText, text } from "../kernel/text.ts";

export type RoutingRule = Row<"routingRules">;
export type HazardRouting = Row<"hazardRoutings">;

export const routingStates = [
  "asked",
  "taken",
  "sentBack",
  "replaced",
] as const satisfies readonly HazardRouting["state"][];

/** A rule that fits nothing in particular would fit everything. */
export const matchSchema = z.object({
  family: z.enum(["records", "onSite"]).nullable(),
  level2: optionalText(60),
  itemCodes: z.array(text(40)).max(200),
  tags: z.array(text(60)).max(40),
});
export type RoutingMatch = z.output<typeof matchSchema>;

export function fitsEverything({ family, level2, itemCodes, tags }: RoutingMatch): boolean {
  return family === null && level2 === null && itemCodes.length === 0 && tags.length === 0;
}

export function matchOf(rule: Pick<RoutingRule, "family" | "level2" | "itemCodes" | "tags">): RoutingMatch {
  return matchSchema.parse({
    ...{ family: rule.family, level2: rule.level2 },
    ...{ itemCodes: JSON.parse(rule.itemCodes), tags: JSON.parse(rule.tags) },
  });
}

/** Those that stand, the one that decides first: the lowest position, then the older. */
export function standingRules<R extends Pick<RoutingRule, "endedAt" | "position" | "setAt" | "id">>(
  rules: readonly R[],
): readonly R[] {
  return rules
    .filter(({ endedAt }) => endedAt === null)
    .toSorted((a, b) => a.position - b.position || a.setAt.localeCompare(b.setAt) || a.id.localeCompare(b.id));
}
