// The whole story in order: preparations in March, the first phase to 8 May, the service year after it.

import type { InventedEnterprise } from "#cli/invented-enterprises.ts";
import { addDays, daysBetween, instantAt } from "#domain/calendar/local-date.ts";
import { isWorkingDay, type WorkingCalendar } from "#domain/calendar/working-days.ts";
import { eveningOf, newAgenda } from "./agenda.ts";
import { planBatches } from "./batches.ts";
import { gatherCast, SUBDISTRICT } from "./cast.ts";
import { playLateEntries } from "./late-entries.ts";
import { planClimbing, workNights } from "./nights.ts";
import { playOrdinary } from "./ordinary.ts";
import { openPhone, type Phone, pullLibrary } from "./phone.ts";
import type { PhotoPool } from "./photo-pool.ts";
import { plannedOn } from "./planned.ts";
import { planRegisters } from "./registers.ts";
import { concludeContract, decideScope, importList, makePlan, numbered, setScheme } from "./registry.ts";
import { chooseSix, letOwnersSignIn, playSix } from "./six.ts";
import type { Stage } from "./stage.ts";
import { planStandardization } from "./standardize.ts";
import { planTalks } from "./talks.ts";
import { planTampering } from "./tampering.ts";
import type { Breakable, PlannedInspection, World } from "./world.ts";

export interface StoryOptions {
  readonly stage: Stage;
  readonly year: number;
  readonly list: readonly InventedEnterprise[];
  readonly pool: PhotoPool;
  readonly hazards: World["hazards"];
  /** How many experts the agency sends; all six without it. */
  readonly experts?: number;
  /** The last day that is played. */
  readonly until: string;
  readonly sabotage?: Breakable | undefined;
  readonly looseFrom?: string;
  /** Told what has been played, at most once a day of the story. */
  readonly log: (line: string) => void;
}

const DIVISION = "330109";
const ALL_EXPERTS = 6;

/** Plays the story; answers the subdistrict's tenant and the world it was played in. */
export async function playStory(options: StoryOptions): Promise<World> {
  const { stage, year, log } = options;
  stage.moveTo(instantAt(`${year}-03-23`, "09:00"));
  const world = await prepare(options);
  log(`prepared: ${world.listed.length} enterprises listed`);
  planTalks(world);
  planStandardization(world);
  scheduleInspections(world);
  playLateEntries(world);
  planTampering(world);
  let month = "";
  planClimbing(world);
  await world.agenda.playUntil(options.until, async (day) => {
    await openDay(world, day);
    if (day.slice(0, 7) !== month) log(`playing ${day.slice(0, 7)}`);
    month = day.slice(0, 7);
  });
  await openDay(world, options.until);
  await stage.signHeads();
  return world;
}

const days = new WeakMap<World, string>();

async function openDay(world: World, day: string): Promise<void> {
  days.set(world, day);
  world.stage.moveTo(eveningOf(day));
  await workNights(world, day);
}

async function prepare(options: StoryOptions): Promise<World> {
  const { stage, year, pool, hazards, sabotage } = options;
  const tenantId = await stage.addTenant(SUBDISTRICT, `${DIVISION}008`);
  const cast = await gatherCast(stage, tenantId, options.experts ?? ALL_EXPERTS);
  const listed = numbered(options.list, cast);
  const [officer] = cast.officers;
  if (!officer) throw new Error("the office has no officer");
  await importList(officer, listed, year);
  const set = await setScheme(cast.officeLead, year);
  const inScope = await decideScope(officer, set, listed, sabotage);
  const [firstExpert] = cast.experts;
  if (!firstExpert) throw new Error("the agency has no expert");
  const library = await pullLibrary(firstExpert);
  const world: World = {
    ...{ stage, tenantId, year, cast, pool, library, listed, hazards, sabotage, schemeId: set.schemeId },
    looseFrom: options.looseFrom,
    agenda: newAgenda(),
    owners: new Map(),
    isWorkingDay: (day) => isWorkingDay(day, calendarOf(world)),
    today: () => days.get(world) ?? `${year}-03-23`,
    phoneOf: (expertId) => phoneOf(world, expertId),
    pullAgain: (expertId) => void phones.get(world)?.delete(expertId),
  };
  await concludeContract(world, inScope, {
    number: `演示社服〔${year}〕1号`,
    startsOn: `${year}-04-01`,
    visitsEach: 4,
    // For enterprises under special watch.
    reserve: 2,
  });
  await makePlan(world, inScope, `${year}-04-01`);
  planRegisters(world, inScope);
  return world;
}

const phones = new WeakMap<World, Map<string, { day: string; phone: Promise<Phone> }>>();
const calendars = new WeakMap<World, WorkingCalendar>();

function calendarOf(world: World): WorkingCalendar {
  const calendar = calendars.get(world);
  if (!calendar) throw new Error("no phone has pulled the calendar yet");
  return calendar;
}

/** A phone carries what is planned for a month; it pulls when its copy is older than this. */
const PULL_AFTER_DAYS = 14;

/** One phone an expert; between pulls it works on its own copy. */
function phoneOf(world: World, expertId: string): Promise<Phone> {
  const known = phones.get(world) ?? new Map<string, { day: string; phone: Promise<Phone> }>();
  phones.set(world, known);
  const held = known.get(expertId);
  const day = world.today();
  if (held && daysBetween(held.day, day) < PULL_AFTER_DAYS) return held.phone;
  const expert = world.cast.experts.find(({ membershipId }) => membershipId === expertId);
  if (!expert) throw new Error(`no expert ${expertId}`);
  const phone = openPhone(expert, world.library).then((opened) => {
    calendars.set(world, opened.calendar);
    return opened;
  });
  known.set(expertId, { day, phone });
  return phone;
}

/** A phone shows a month ahead: every fortnight each is read for inspections it did not show before. */
const READ_EVERY_DAYS = 14;

function scheduleInspections(world: World): void {
  const scheduled = new Set<string>();
  const six = chooseSix(world);
  const read = async () => {
    const fresh: PlannedInspection[] = [];
    for (const { membershipId } of world.cast.experts)
      fresh.push(...plannedOn(await world.phoneOf(membershipId)).filter(({ taskId }) => !scheduled.has(taskId)));
    for (const { taskId } of fresh) scheduled.add(taskId);
    for (const inspection of fresh) if (!six.has(inspection.enterpriseId)) playOrdinary(world, inspection);
    playSix(world, six, fresh);
    const next = addDays(world.today(), READ_EVERY_DAYS);
    if (next < `${world.year + 1}-04-01`) world.agenda.on(next, "office", read);
  };
  world.agenda.on(`${world.year}-04-01`, "office", async () => {
    await letOwnersSignIn(world, six);
    await read();
    planBatches(world, six);
  });
}
