// What a story is played with: the stage, its people, the enterprises served, and the calendar the office works by.

import type { InventedEnterprise } from "#cli/invented-enterprises.ts";
import type { Library } from "#domain/law/library.ts";
import type { Agenda } from "./agenda.ts";
import type { Cast } from "./cast.ts";
import type { Person } from "./person.ts";
import type { Phone } from "./phone.ts";
import type { PhotoPool, Place } from "./photo-pool.ts";
import type { Stage } from "./stage.ts";

/** Rules that a run can be told to break. */
export const BREAKABLE = [
  "R1",
  "R2",
  "R3",
  "R4",
  "R5",
  "R6",
  "R7",
  "R8",
  "R9",
  "R10",
  "R12",
  "R13",
  "R14",
  "R18",
] as const;
export type Breakable = (typeof BREAKABLE)[number];

/** An enterprise of the register, where it lies and who of it signs in. */
export interface Listed extends InventedEnterprise {
  readonly registerNo: number;
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly communityId: string;
  readonly place: Place;
}

export interface PlannedInspection {
  readonly taskId: string;
  readonly code: string;
  readonly enterpriseId: string;
  readonly periodNo: number;
  readonly periodEndsOn: string;
  readonly plannedOn: string;
  readonly expertId: string;
  readonly officerId: string;
}

export interface World {
  readonly stage: Stage;
  readonly tenantId: string;
  /** Service year: it begins on 1 April. */
  readonly year: number;
  readonly cast: Cast;
  readonly agenda: Agenda;
  readonly pool: PhotoPool;
  readonly library: Library;
  readonly schemeId: string;
  readonly listed: readonly Listed[];
  /** Owners who sign in, by enterprise. */
  readonly owners: Map<string, Person>;
  /** The rule this run must break. */
  readonly sabotage: Breakable | undefined;
  /** Most hazards a first and a later inspection finds at an ordinary enterprise. */
  readonly hazards: { readonly first: readonly [number, number]; readonly later: number };
  /** From this day on an ordinary enterprise's matters are left open; only the demonstration wants that. */
  readonly looseFrom: string | undefined;
  readonly isWorkingDay: (day: string) => boolean;
  /** The day that is being played. */
  today(): string;
  /** The expert's phone with what it pulled this morning. */
  phoneOf(expertId: string): Promise<Phone>;
  /** The phone pulls before it is used next, for what others have decided since. */
  pullAgain(expertId: string): void;
}

/** The listed enterprise with this id. */
export function listedOf(world: World, enterpriseId: string): Listed {
  const found = world.listed.find((one) => one.enterpriseId === enterpriseId);
  if (!found) throw new Error(`enterprise ${enterpriseId} is not on the list`);
  return found;
}
