// How many visits a day one expert and one accompanying officer are planned for: a setting of the scheme, the same for everybody
// who looks at the board. A plan that stands is not moved by it.
import { z } from "zod";
import { decided, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { Schemes } from "../rows.generated.ts";

export interface VisitsADay {
  readonly expert: number;
  readonly officer: number;
}

const DEFAULT: VisitsADay = { expert: 2, officer: 4 };

/** The scheme's figures, or the product's own where none was set. */
export function visitsADay(scheme: Pick<Schemes, "expertVisitsADay" | "officerVisitsADay"> | undefined): VisitsADay {
  return {
    expert: scheme?.expertVisitsADay ?? DEFAULT.expert,
    officer: scheme?.officerVisitsADay ?? DEFAULT.officer,
  };
}

const aDay = z.int().min(1).max(20);

const setCapacity = defineCommand({
  name: "plan.setCapacity",
  label: { zh: "设每天最多几家", en: "Set visits a day" },
  by: ["officer", "officeLead", "system"],
  args: z.object({ schemeId: z.uuid(), expert: aDay.nullish(), officer: aDay.nullish() }),
  needs: (args) => ({ scheme: one("schemes", { id: args.schemeId }) }),
  decide: ({ scheme }, { expert, officer }) => {
    if (!scheme) return refuse("scheme.not_found");
    const set = { ...(expert && { expertVisitsADay: expert }), ...(officer && { officerVisitsADay: officer }) };
    if (Object.keys(set).length === 0) return refuse("plan.capacity_missing");
    return ok(decided("schemes", scheme.id, [update("schemes", scheme, set)]));
  },
});

export const capacityCommands: readonly AnyCommand[] = [setCapacity];
