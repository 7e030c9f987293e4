// One expert and one officer go to one community on one day: inspections are grouped into such trips and trips spread over the period.
import type { LocalDate } from "../calendar/local-date.ts";
import type { Diary, Visitor } from "./diary.ts";

/** An inspection that wants a day. */
export interface Wanted {
  readonly key: string;
  readonly agencyId: string | null;
  readonly communityId: string | null;
  readonly registerNo: number;
  /** Not before the enterprise is in scope. */
  readonly notBefore: LocalDate;
}

export interface Placement {
  readonly plannedOn: LocalDate;
  readonly expertMembershipId: string;
  readonly officerMembershipId: string;
}

export interface Visitors {
  readonly experts: readonly Visitor[];
  readonly officers: readonly Visitor[];
}

interface Slot extends Placement {
  readonly distance: number;
  readonly load: number;
}

/**
 * Days for the inspections of one period (or one part of it, where several are owed). What finds no room gets no day: it stays owed and is
 * shown. Deterministic: the same input gives the same days.
 */
export function placeInspections(
  wanted: readonly Wanted[],
  days: readonly LocalDate[],
  visitors: Visitors,
  diary: Diary,
): ReadonlyMap<string, Placement> {
  const placed = new Map<string, Placement>();
  const trips = tripsOf(wanted, days.length, visitors);
  for (const [index, trip] of trips.entries()) {
    const target = ((index + 0.5) * days.length) / trips.length;
    placeTrip(trip, Math.floor(target), days, visitors, diary, placed);
  }
  return placed;
}

/** Groups by agency and community in the order of the register; no trip larger than an even spread asks for. */
function tripsOf(wanted: readonly Wanted[], dayCount: number, visitors: Visitors): Wanted[][] {
  const pairs = Math.max(1, Math.min(visitors.experts.length, visitors.officers.length));
  const capacity = Math.min(mostPerDay(visitors.experts), mostPerDay(visitors.officers));
  const even = Math.ceil(wanted.length / Math.max(1, dayCount * pairs));
  const size = Math.max(1, Math.min(capacity, even));
  const sorted = wanted.toSorted(
    (left, right) => left.registerNo - right.registerNo || (left.key < right.key ? -1 : 1),
  );
  const groups = Map.groupBy(sorted, (one) => `${one.agencyId} ${one.communityId}`);
  return [...groups.values()].flatMap((group) => {
    const count = Math.ceil(group.length / size);
    return Array.from({ length: count }, (_, index) => group.slice(index * size, (index + 1) * size));
  });
}

function mostPerDay(visitors: readonly Visitor[]): number {
  return Math.max(0, ...visitors.map((visitor) => visitor.perDay));
}

/** The whole trip on the nearest day that stays in one community; else its halves; a single inspection at last on any day with room. */
function placeTrip(
  trip: readonly Wanted[],
  target: number,
  days: readonly LocalDate[],
  visitors: Visitors,
  diary: Diary,
  placed: Map<string, Placement>,
): void {
  const [first] = trip;
  if (!first) return;
  const slot =
    nearestSlot(trip, first, target, days, visitors, diary, false) ??
    (trip.length === 1 ? nearestSlot(trip, first, target, days, visitors, diary, true) : undefined);
  if (!slot) {
    if (trip.length === 1) return;
    const half = Math.ceil(trip.length / 2);
    placeTrip(trip.slice(0, half), target, days, visitors, diary, placed);
    placeTrip(trip.slice(half), target, days, visitors, diary, placed);
    return;
  }
  const { plannedOn, expertMembershipId, officerMembershipId } = slot;
  for (const { key } of trip) placed.set(key, { plannedOn, expertMembershipId, officerMembershipId });
  for (const membershipId of [expertMembershipId, officerMembershipId]) {
    diary.book(membershipId, plannedOn, first.communityId, trip.length);
  }
}

function nearestSlot(
  trip: readonly Wanted[],
  { agencyId, communityId }: Wanted,
  target: number,
  days: readonly LocalDate[],
  visitors: Visitors,
  diary: Diary,
  mayMix: boolean,
): Slot | undefined {
  const experts = visitors.experts.filter((expert) => expert.agencyId === agencyId);
  let best: Slot | undefined;
  for (const [index, day] of days.entries()) {
    const distance = Math.abs(index - target);
    if (best && distance > best.distance) continue;
    if (trip.some((one) => day < one.notBefore)) continue;
    const isOpen = (visitor: Visitor) =>
      diary.freeOn(visitor, day) >= trip.length && (mayMix || !diary.wouldMix(visitor, day, communityId));
    const expert = leastLoaded(experts.filter(isOpen), diary);
    const officer = leastLoaded(visitors.officers.filter(isOpen), diary);
    if (!expert || !officer) continue;
    const load = diary.totalOf(expert.membershipId) + diary.totalOf(officer.membershipId);
    if (best && best.distance === distance && best.load <= load) continue;
    const { membershipId: expertMembershipId } = expert;
    best = { plannedOn: day, expertMembershipId, officerMembershipId: officer.membershipId, distance, load };
  }
  return best;
}

function leastLoaded(visitors: readonly Visitor[], diary: Diary): Visitor | undefined {
  let best: Visitor | undefined;
  for (const visitor of visitors) {
    if (!best || diary.totalOf(visitor.membershipId) < diary.totalOf(best.membershipId)) best = visitor;
  }
  return best;
}
