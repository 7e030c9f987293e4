// Who is out on which day: the capacity of experts and officers, and the community a day is spent in.
import type { LocalDate } from "../calendar/local-date.ts";

/** An expert or officer as the plan sees them. */
export interface Visitor {
  readonly membershipId: string;
  /** An expert's agency; null for the office. */
  readonly agencyId: string | null;
  readonly perDay: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A visit that is already planned for a visitor. */
export interface BookedVisit {
  readonly membershipId: string;
  readonly day: LocalDate;
  readonly communityId: string | null;
}

interface DayOut {
  visits: number;
  readonly communities: Set<string | null>;
}

export class Diary {
  private readonly days = new Map<string, DayOut>();
  private readonly totals = new Map<string, number>();

  constructor(booked: Iterable<BookedVisit>) {
    for (const { membershipId, day, communityId } of booked) this.book(membershipId, day, communityId, 1);
  }

  book(membershipId: string, day: LocalDate, communityId: string | null, visits: number): void {
    const key = `${membershipId} ${day}`;
    const out = this.days.get(key) ?? { visits: 0, communities: new Set<string | null>() };
    out.visits += visits;
    out.communities.add(communityId);
    this.days.set(key, out);
    this.totals.set(membershipId, this.totalOf(membershipId) + visits);
  }

  /** How many more visits the visitor can make on the day. */
  freeOn(visitor: Visitor, day: LocalDate): number {
    if (day < visitor.validFrom || (visitor.validTo !== null && day > visitor.validTo)) return 0;
    return visitor.perDay - (this.days.get(`${visitor.membershipId} ${day}`)?.visits ?? 0);
  }

  /** Whether the day would be spent in more than one community. */
  wouldMix(visitor: Visitor, day: LocalDate, communityId: string | null): boolean {
    const out = this.days.get(`${visitor.membershipId} ${day}`);
    return out !== undefined && [...out.communities].some((other) => other !== communityId);
  }

  totalOf(membershipId: string): number {
    return this.totals.get(membershipId) ?? 0;
  }
}
