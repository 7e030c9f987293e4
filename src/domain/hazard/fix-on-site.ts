// hazard.fixOnSite 当场整改: put right before the expert's eyes on the very visit that found it, with a second photo.
import { dayOf } from "../calendar/local-date.ts";
import type { Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result } from "../kernel/result.ts";
import { expectPhoto } from "../visit/photo-slot.ts";
import { actedAt, actOn, type Hanging } from "./act.ts";
import type { FixOnSiteArgs } from "./args.ts";
import { guard } from "./guard.ts";
import { isOwnStartedVisit } from "./own-started-visit.ts";
import type { Hazard } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
  /** The visit that found it. */
  readonly visit: Row<"visits"> | undefined;
}

export function fixOnSite(state: State, args: FixOnSiteArgs, context: Context): Result<Decision> {
  const { visit } = state;
  const sameVisit = isOwnStartedVisit(visit, visit?.siteId ?? "", context);
  const allowed = guard("hazard.fixOnSite", state.hazard, { ...args, sameVisit }, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const act = {
    set: { closedOn: dayOf(actedAt(context)), closedHow: "fixedOnSite" as const },
    note: args.note,
    visitId: hazard.visitId,
    beside: args.photos.map((photo) => expectPhoto(photo, "fixedOnSite", { ...hazard, hazardId: hazard.id })),
  };
  return ok(actOn(hazard, transition, act, state, context));
}
