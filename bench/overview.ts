// `overview`: the officer's overview of a subdistrict with 1,000 enterprises and a year of history, against the fewest
// hand-written statements as owner, and against itself as owner, where its explicit tenant predicate alone bounds the rows.
import assert from "node:assert/strict";
import pg from "pg";
import type { Overview } from "#api/overview.ts";
import type { Actor } from "#domain/access/roles.ts";
import { defaultScheme } from "#domain/contract/scheme-parts.ts";
import { movableClock } from "#server/clock.ts";
import { type Database, openDatabase } from "#server/db/pool.ts";
import { asActor } from "#server/db/transaction.ts";
import { openInstance } from "#server/instance.ts";
import { readOverview } from "#server/queries/overview.ts";
import { type BenchDatabase, openBenchDatabase } from "./bench-database.ts";
import { type BenchTenant, makeTenant, SERVICE_YEAR } from "./bench-subdistricts.ts";
import { say } from "./machine-facts.ts";
import { median, short, timed } from "./median.ts";
import { type HandFigures, overviewByHand } from "./overview-by-hand.ts";
import { writeYearOfHistory } from "./year-of-history.ts";

const ENTERPRISES = 1000;
const DAY = `${SERVICE_YEAR + 1}-03-20`;
const WARM_UPS = 8;
const ROUNDS = 41;

export async function run(): Promise<object> {
  const database = await openBenchDatabase();
  try {
    say("making a subdistrict with 1,000 enterprises and a year …");
    const tenant = await prepare(database);
    return await measure(database, tenant);
  } finally {
    await database.close();
  }
}

async function prepare(database: BenchDatabase): Promise<BenchTenant> {
  const { folder, appUrl, ownerUrl } = database;
  const clock = movableClock(`${SERVICE_YEAR}-04-01T01:00:00.000Z`);
  const instance = await openInstance({
    dataDir: folder,
    databaseUrl: appUrl,
    ownerUrl,
    publicUrl: "http://127.0.0.1",
    clock,
  });
  const size = { enterprises: ENTERPRISES, experts: 12, communities: 20, planned: false };
  const tenant = await makeTenant(instance.services, 1, size);
  await instance.close();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { tenantId, schemeId, agencyId, experts, officer } = tenant;
  const expertIds = experts.map((expert) => expert.membershipId);
  await writeYearOfHistory(owner, {
    tenantId,
    schemeId,
    agencyId,
    expertIds,
    officerId: officer.membershipId,
    day: DAY,
  });
  await owner.end();
  return tenant;
}

async function measure({ appUrl, ownerUrl }: BenchDatabase, tenant: BenchTenant) {
  const [app, asOwner] = [openDatabase(appUrl, 1), openDatabase(ownerUrl, 1)];
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const actor: Actor = { kind: "member", id: tenant.officer.membershipId, role: "officer", name: "", scopeId: null };
  const read = (database: Database) =>
    asActor(database, tenant.tenantId, actor, (tx) => readOverview(tx, DAY, {}), { readOnly: true });
  const byHand = () => overviewByHand(owner, questionOf(tenant));
  const answer = await read(app);
  assert.deepEqual(figuresOf(answer), comparable(await byHand()), "the figures by hand are ours");
  assert.deepEqual(await read(asOwner), answer, "without row security the answer is the same");
  const times: { ours: number; hand: number; owner: number }[] = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    const [ours, hand, unbounded] = [
      await timed(() => read(app)),
      await timed(byHand),
      await timed(() => read(asOwner)),
    ];
    times.push({ ours, hand, owner: unbounded });
  }
  await Promise.all([app.close(), asOwner.close(), owner.end()]);
  return { ...figures(times.slice(WARM_UPS)), hazards: answer.hazards.found.count, enterprises: ENTERPRISES };
}

function questionOf({ tenantId, schemeId }: BenchTenant) {
  const scheme = defaultScheme(SERVICE_YEAR);
  const running = scheme.periods.find(({ startsOn, endsOn }) => startsOn <= DAY && DAY <= endsOn);
  return {
    ...{ tenantId, schemeId, day: DAY, from: scheme.startsOn, periodFrom: running?.startsOn ?? scheme.startsOn },
    ...{ targetOn: scheme.targetOn < DAY ? scheme.targetOn : DAY, thresholdFen: scheme.standardizationRevenueFen },
  };
}

/** What both answers say, in one shape: the overview without links and words. */
function figuresOf({ hazards, acts, targets, needs, communities }: Overview) {
  const { found, closedOfFound, open, overdue, listed, carriedOver } = hazards;
  const totals = { found, closedOfFound, open, overdue, listed, carriedOver };
  return {
    totals: Object.fromEntries(Object.entries(totals).map(([name, { count }]) => [name, count])),
    byCategory: hazards.byCategory.map((one) => ({ ...one, found: one.found.count })),
    bySteps: Object.fromEntries(
      hazards.bySteps.filter((one) => one.open.count).map((one) => [one.group, [one.open.count, one.overdue.count]]),
    ),
    overdueByHolder: hazards.overdueByHolder.map(({ holder, overdue: late }) => [holder, late.count]),
    mostOverdue: hazards.mostOverdue.map(({ id, dueOn }) => [id, dueOn]),
    needs: needs.map(({ key, count, earliestDue, communities: within, example }) => ({
      key,
      count,
      earliestDue,
      communities: within,
      example,
    })),
    acts: sortedActs(acts.map(({ rows: _rows, ...cell }) => cell)),
    targets: targets.map(({ measure, done, of, missing }) => ({
      measure,
      done,
      of,
      missing: missing.map(({ id }) => id),
    })),
    communities: communities.map(({ name }) => name).toSorted(),
  };
}

const MOST_NEEDS = 6;

function comparable(hand: HandFigures) {
  return {
    totals: hand.totals,
    byCategory: hand.byCategory,
    bySteps: Object.fromEntries(hand.bySteps.map(({ group, open, overdue }) => [group, [open, overdue]])),
    overdueByHolder: (hand.overdueByHolder ?? []).map(({ holder, overdue }) => [holder, overdue]),
    mostOverdue: (hand.mostOverdue ?? []).map(({ id, dueOn }) => [id, dueOn]),
    needs: hand.needs.filter(({ count }) => count > 0).slice(0, MOST_NEEDS),
    acts: sortedActs(hand.acts),
    targets: hand.targets.map((target) => ({ ...target, missing: target.missing ?? [] })),
    communities: hand.communities.toSorted(),
  };
}

function sortedActs(acts: readonly Readonly<Record<string, unknown>>[]) {
  return acts.toSorted((a, b) => (`${a.kind}${a.periodNo}` < `${b.kind}${b.periodNo}` ? -1 : 1));
}

function figures(times: readonly { ours: number; hand: number; owner: number }[]) {
  const of = (side: "ours" | "hand" | "owner") => short(median(times.map((time) => time[side])), 3);
  return {
    ratio: short(median(times.map(({ ours, hand }) => ours / hand)), 3),
    rowSecurityRatio: short(median(times.map(({ ours, owner }) => ours / owner)), 3),
    wanted: { ratioAtMost: 3, rowSecurityRatioAtMost: 1.25 },
    unit: "milliseconds",
    ours: of("ours"),
    peer: of("hand"),
    withoutRowSecurity: of("owner"),
    rounds: times.length,
  };
}
