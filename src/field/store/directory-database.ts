// The names of all enterprises a membership may see, kept as text in portions: 100,000 rows as objects would be slow to read.
// One database an account, apart from the outbox's: it can be fetched again at any time.
import Dexie, { type Table } from "dexie";
import type { DirectoryAnswer, DirectoryRow } from "#api/sync.ts";
import { folded } from "./folded.ts";

/** How far the directory of a day has come; small, since it is asked often. */
export interface DirectoryHead {
  readonly scope: string;
  readonly day: string;
  readonly count: number;
  /** Where to go on; null when it is whole. */
  readonly next: number | null;
}

/** One answer of the server. Line n of `search` and line n of `facts` are about the same enterprise. */
export interface DirectoryPortion {
  readonly scope: string;
  /** The day it was fetched for; portions of one day belong together. */
  readonly day: string;
  readonly after: number;
  /** Null for the last one. */
  readonly next: number | null;
  readonly count: number;
  /** Name, address, community and credit code, folded for comparing, with tabs between. */
  readonly search: string;
  /** The row as JSON. */
  readonly facts: string;
}

class DirectoryDatabase extends Dexie {
  constructor(accountId: string) {
    super(`bihuan-directory-${accountId}`);
    this.version(1).stores({ heads: "[scope+day], scope", portions: "[scope+day+after]" });
  }

  get heads(): Table<DirectoryHead, [string, string]> {
    return this.table("heads");
  }

  get portions(): Table<DirectoryPortion, [string, string, number]> {
    return this.table("portions");
  }
}

const listeners = new Set<() => void>();
const opened = new Map<string, DirectoryDatabase>();

function databaseOf(accountId: string): DirectoryDatabase {
  const made = opened.get(accountId) ?? new DirectoryDatabase(accountId);
  opened.set(accountId, made);
  return made;
}

const LINE_BREAKS = /[\t\n\r]+/g;

export function portionOf(scope: string, day: string, after: number, answer: DirectoryAnswer): DirectoryPortion {
  const { rows, next } = answer;
  return {
    ...{ scope, day, after, next, count: rows.length },
    search: rows.map(searchLine).join("\n"),
    facts: rows.map((row) => JSON.stringify(row)).join("\n"),
  };
}

function searchLine({ name, address, community, creditCode }: DirectoryRow): string {
  return [name, address, community, creditCode].map((one) => folded(one).replaceAll(LINE_BREAKS, " ")).join("\t");
}

/** The portion and how far the day has come with it, both or neither. */
export async function storePortion(accountId: string, portion: DirectoryPortion): Promise<void> {
  const database = databaseOf(accountId);
  const { scope, day, next } = portion;
  await database.transaction("rw", database.heads, database.portions, async () => {
    const before = await database.heads.get([scope, day]);
    await database.portions.put(portion);
    await database.heads.put({ scope, day, next, count: (before?.count ?? 0) + portion.count });
  });
  for (const listener of listeners) listener();
}

/** Told after each portion; answers how to be told no more. */
export function onDirectory(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Days of which something is here, latest first. */
export async function directoryHeads(accountId: string, scope: string): Promise<readonly DirectoryHead[]> {
  const heads = await databaseOf(accountId).heads.where("scope").equals(scope).toArray();
  return heads.toSorted((a, b) => b.day.localeCompare(a.day));
}

/** The latest day that is whole. */
export async function wholeDay(accountId: string, scope: string): Promise<string | undefined> {
  return (await directoryHeads(accountId, scope)).find((head) => head.next === null)?.day;
}

/** In order. */
export function portionsOf(accountId: string, scope: string, day: string): Promise<readonly DirectoryPortion[]> {
  return databaseOf(accountId)
    .portions.where("[scope+day+after]")
    .between([scope, day, Dexie.minKey], [scope, day, Dexie.maxKey])
    .toArray();
}

/** Removes what a newer whole day replaces, and what belongs to memberships held no longer. */
export async function keepOnly(accountId: string, days: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const database = databaseOf(accountId);
  const isOver = ([scope, day]: readonly [string, string, ...unknown[]]) => !days.get(scope)?.includes(day);
  await database.transaction("rw", database.heads, database.portions, async () => {
    const heads = await database.heads.toCollection().primaryKeys();
    const portions = await database.portions.toCollection().primaryKeys();
    await database.heads.bulkDelete(heads.filter(isOver));
    await database.portions.bulkDelete(portions.filter(isOver));
  });
}
