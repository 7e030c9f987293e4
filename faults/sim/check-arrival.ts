// After a run: what every phone said it had kept must be on the server exactly once, in the order it was done, with its photo's
// very bytes; and nothing else.
import { hash } from "node:crypto";
import pg from "pg";
import { movableClock } from "#server/clock.ts";
import { openInstance } from "#server/instance.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import type { DayReport } from "./day.ts";
import { DAYS_BEGIN_AT } from "./world.ts";

export interface Verdict {
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  readonly wronglyRefused: readonly string[];
  /** Out of order, a broken chain, a journal that does not account for the rows. */
  readonly broken: readonly string[];
}

interface Found {
  readonly outcomes: ReadonlyMap<string, string>;
  readonly eventsOf: ReadonlyMap<string, readonly number[]>;
  readonly slots: ReadonlyMap<string, { readonly state: string; readonly originalState: string }>;
}

export async function checkArrival(dataDir: string, days: readonly DayReport[]): Promise<Verdict> {
  const instance = await openInstance({ dataDir, publicUrl: "http://127.0.0.1", clock: movableClock(DAYS_BEGIN_AT) });
  const owner = new pg.Client({ connectionString: instance.ownerUrl });
  await owner.connect();
  const verdict = {
    lost: [] as string[],
    duplicated: [] as string[],
    wronglyRefused: [] as string[],
    broken: [] as string[],
  };
  try {
    for (const day of days) {
      const found = await readDay(owner, day);
      judge(day, found, verdict);
      const { tenantId } = day.order.ground;
      for (const photo of day.kept.flatMap(({ act }) => act.photos)) {
        const bytes = await instance.services.blobs.get(tenantId, photo.sha256);
        if (!bytes || hash("sha256", bytes) !== photo.sha256)
          verdict.lost.push(`day ${day.order.no}: photo ${photo.kind} ${photo.sha256.slice(0, 8)} has no bytes`);
      }
    }
    for (const tenantId of new Set(days.map((day) => day.order.ground.tenantId))) {
      const { chain, differences } = await checkTenant(instance.services.database, dataDir, tenantId, true);
      if (!chain.holds) verdict.broken.push(`chain of ${tenantId} at ${chain.seq}: ${chain.reason}`);
      verdict.broken.push(...differences.slice(0, 5));
    }
  } finally {
    await owner.end();
    await instance.close();
  }
  return verdict;
}

async function readDay(owner: pg.Client, { order }: DayReport): Promise<Found> {
  const { tenantId, expert } = order.ground;
  const account = `account:${expert.accountId}`;
  const outcomes = await owner.query<{ id: string; status: string }>(
    "select command_id as id, status from command_outcomes where tenant_id = $1 and account_key = $2",
    [tenantId, account],
  );
  const events = await owner.query<{ id: string; seq: string }>(
    `select command_id as id, seq from journal_events where tenant_id = $1 and envelope::jsonb ->> 'actor' = $2 order by seq`,
    [tenantId, `member:${expert.membershipId}`],
  );
  const slots = await owner.query<{ sha256: string; state: string; original: string }>(
    `select s.sha256, s.state, s.original_state as original from photo_slots s join visits v on v.tenant_id = s.tenant_id
     and v.id = s.visit_id where s.tenant_id = $1 and v.expert_membership_id = $2`,
    [tenantId, expert.membershipId],
  );
  const eventsOf = new Map<string, number[]>();
  for (const { id, seq } of events.rows) eventsOf.set(id, [...(eventsOf.get(id) ?? []), Number(seq)]);
  return {
    outcomes: new Map(outcomes.rows.map(({ id, status }) => [id, status])),
    eventsOf,
    slots: new Map(slots.rows.map(({ sha256, state, original }) => [sha256, { state, originalState: original }])),
  };
}

function judge(day: DayReport, found: Found, verdict: Record<keyof Verdict, string[]>): void {
  const say = (kind: keyof Verdict, words: string) => verdict[kind].push(`day ${day.order.no}: ${words}`);
  for (const words of day.stuck) say("lost", `never sent: ${words}`);
  for (const words of day.stale) say("broken", `stale on the phone: ${words}`);
  for (const words of day.refused) say("wronglyRefused", words);
  const expected = new Set(day.kept.map((one) => one.id));
  for (const { id, act } of day.kept) {
    const status = found.outcomes.get(id);
    if (status === undefined) say("lost", `${act.name} ${id} never arrived`);
    else if (status !== "accepted") say("wronglyRefused", `${act.name} ${id} ${status}`);
    if (act.name === "hazard.record" && (found.eventsOf.get(id)?.length ?? 0) > 1)
      say("duplicated", `${act.name} ${id}`);
    for (const photo of act.photos.filter((one) => one.kind === "working")) {
      const slot = found.slots.get(photo.sha256);
      const original = act.photos.some((one) => one.kind === "original") ? "stored" : slot?.originalState;
      if (slot?.state !== "stored" || slot.originalState !== original)
        say("lost", `photo of ${id}: ${slot?.state ?? "no slot"}, original ${slot?.originalState ?? "no slot"}`);
    }
  }
  for (const id of found.outcomes.keys()) if (!expected.has(id)) say("duplicated", `${id} was never kept by the phone`);
  for (const [visitId, acts] of Map.groupBy(day.kept, ({ act }) => act.visitId)) {
    const order = acts.map(({ id }) => found.eventsOf.get(id)?.[0]).filter((seq) => seq !== undefined);
    if (order.some((seq, index) => seq < (order[index - 1] ?? 0))) say("broken", `acts of ${visitId} out of order`);
  }
}
