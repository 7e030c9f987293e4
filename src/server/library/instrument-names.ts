// Laws by what people call them: short or full title, nickname, initials, a few of the letters in order.
import { sql } from "kysely";
import type { InstrumentKind } from "#domain/law/library-rows.ts";
import { NICKNAMES } from "#domain/law/search/nicknames.ts";
import { isShortFor } from "#domain/law/search/query.ts";
import type { Database } from "../db/pool.ts";
import { initialsOf } from "./initials.ts";

export interface NamedInstrument {
  readonly id: string;
  readonly title: string;
  readonly kind: InstrumentKind;
  readonly divisionCode: string;
  /** The catalogue cites it, or it is summed up. */
  readonly cited: boolean;
  readonly initials: readonly string[];
}

interface Kept {
  readonly marker: string;
  readonly names: readonly NamedInstrument[];
}

const kept = new WeakMap<Database, Kept>();

/** All instruments, read again when one was added or renamed. */
export async function instrumentNames(database: Database): Promise<readonly NamedInstrument[]> {
  // Every row says which transaction wrote it last: a new or changed one changes count or maximum.
  const { rows } = await sql<{ marker: string }>`
    select concat_ws(' ', count(*), max(xmin::text::bigint), (select max(version) from library_versions)) as marker
    from instruments`.execute(database.global);
  const marker = rows[0]?.marker ?? "";
  const known = kept.get(database);
  if (known?.marker === marker) return known.names;
  const found = await sql<Omit<NamedInstrument, "initials">>`
    select id, title, kind, division_code, exists (select 1 from articles a where a.instrument_id = i.id)
      or exists (select 1 from catalogue_citations c where c.instrument_id = i.id) as cited
    from instruments i order by id collate "C"`.execute(database.global);
  const names = found.rows.map((row) => ({ ...row, initials: [initialsOf(row.id), initialsOf(row.title)] }));
  kept.set(database, { marker, names });
  return names;
}

const KIND_ORDER: readonly InstrumentKind[] = ["law", "regulation", "rule", "standard", "government"];

/** The likeliest first. `typed` is one name, not several words. */
export function findInstruments(names: readonly NamedInstrument[], typed: string, most: number): NamedInstrument[] {
  const name = folded(typed);
  if (name === "") return [];
  const scored = names.flatMap((one) => {
    const score = nameScore(one, name);
    return score > 0 ? [{ one, score }] : [];
  });
  scored.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.one.cited) - Number(a.one.cited) ||
      KIND_ORDER.indexOf(a.one.kind) - KIND_ORDER.indexOf(b.one.kind) ||
      a.one.title.length - b.one.title.length ||
      (a.one.id < b.one.id ? -1 : 1),
  );
  return scored.slice(0, most).map(({ one }) => one);
}

/** A name that can be only this law: its title, short title or a nickname in common use. */
export const NAMED = 8;

export function nameScore({ id, title, initials }: NamedInstrument, name: string): number {
  const [short, full] = [folded(id), folded(title)];
  if (name === short || name === full) return 10;
  if (NICKNAMES.get(name) === id) return NAMED;
  if (short.startsWith(name)) return 7;
  if (full.includes(name) || short.includes(name)) return 6;
  if (/^[a-z0-9]{2,}$/.test(name)) return initialScore(initials, name);
  return isShortFor(name, short) ? 3 : 0;
}

function initialScore(initials: readonly string[], name: string): number {
  if (initials.includes(name)) return 5;
  if (initials.some((one) => one.startsWith(name))) return 4;
  return name.length >= 3 && initials.some((one) => one.includes(name)) ? 2 : 0;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
}
