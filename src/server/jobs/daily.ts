// What is due once a day, asked with today's date as argument. Run at start and every ten minutes; a second run finds nothing.
// One that is stopped between two tenants is taken up by the next run.
import { dayOf } from "#domain/calendar/local-date.ts";
import { signHeads } from "../journal/sign-head.ts";
import { tellRegisters } from "../messages/tell-registers.ts";
import { tellReminders } from "../messages/tell-reminders.ts";
import type { Services } from "../server-parts.ts";
import { runDeadlines } from "./nightly-deadlines.ts";
import { refreshRollups } from "./refresh-rollups.ts";
import { routeHazards } from "./route-hazards.ts";
import { settleNothingOpen } from "./settle-nothing-open.ts";

export async function runDaily(services: Services, stopping?: AbortSignal): Promise<void> {
  const day = dayOf(services.clock.now());
  const tenants = await services.database.global
    .selectFrom("tenants")
    .select(["id", "divisionCode"])
    .where("kind", "=", "subdistrict")
    .execute();
  for (const tenant of tenants) {
    if (stopping?.aborted) return;
    await settleNothingOpen(services, tenant.id, day);
    await routeHazards(services, tenant.id);
    await runDeadlines(services, tenant.id, day);
    await tellReminders(services, tenant.id, day);
    await tellRegisters(services, tenant.id, day);
    await refreshRollups(services, tenant, day);
  }
  await signHeads(services.database, services.clock, services.dataDir);
}
