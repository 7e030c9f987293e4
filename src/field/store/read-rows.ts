// Reads rows of the local state by the values of their columns, the way a command's needs name them.
import type { SyncedEntity } from "#api/synced-entities.ts";
import type { Loaded, Need, Needs } from "#domain/kernel/command.ts";
import { entityKeys, keyOf, type Row } from "#domain/kernel/entities.ts";
import { type FieldDatabase, isSynced, type StoredRow } from "./field-database.ts";

type Values = Readonly<Record<string, unknown>>;

const indexed = ["visitId", "hazardId", "enterpriseId"] as const;

/** Rows of one membership. A value that is undefined finds nothing. */
export async function rowsOf<E extends SyncedEntity>(
  db: FieldDatabase,
  scope: string,
  entity: E,
  where: Partial<Row<E>> = {},
): Promise<Row<E>[]> {
  const found = await find(db, scope, entity, { ...where });
  // The tables take rows of their own entity only: `put` in this folder is the one writer.
  return found.map((stored) => stored.row) as Row<E>[];
}

export async function rowOf<E extends SyncedEntity>(
  db: FieldDatabase,
  scope: string,
  entity: E,
  where: Partial<Row<E>>,
): Promise<Row<E> | undefined> {
  return (await rowsOf(db, scope, entity, where))[0];
}

/** The rows a stage of needs names, of one tenant. */
export async function loadNeeds<N extends Needs>(
  db: FieldDatabase,
  scope: string,
  tenantId: string,
  needs: N,
): Promise<Loaded<N>> {
  const loaded: Record<string, unknown> = {};
  for (const [name, need] of Object.entries(needs)) {
    const rows = await loadNeed(db, scope, tenantId, need);
    loaded[name] = need.many ? rows : rows[0];
  }
  return loaded as Loaded<N>;
}

async function loadNeed(db: FieldDatabase, scope: string, tenantId: string, need: Need): Promise<object[]> {
  if (!isSynced(need.entity)) return [];
  const keys: readonly string[] = entityKeys[need.entity];
  const where = keys[0] === "tenantId" ? { ...need.where, tenantId } : { ...need.where };
  return (await find(db, scope, need.entity, where)).map((stored) => stored.row);
}

async function find(db: FieldDatabase, scope: string, entity: SyncedEntity, where: Values): Promise<StoredRow[]> {
  const conditions = Object.entries(where);
  if (conditions.some(([, value]) => value === undefined)) return [];
  const table = db.entity(entity);
  const matches = ({ row }: StoredRow) => hasValues(row, conditions);
  const keys: readonly string[] = entityKeys[entity];
  if (keys.every((column) => column in where)) {
    const stored: StoredRow | undefined = await table.get([scope, keyOf(entity, where)]);
    return stored && matches(stored) ? [stored] : [];
  }
  const index = indexed.find((column) => typeof where[column] === "string");
  const candidates = index
    ? table.where(`[scope+row.${index}]`).equals([scope, String(where[index])])
    : table.where("scope").equals(scope);
  // All at once and sorted out here: a filter on the way would fetch them one by one.
  return (await candidates.toArray()).filter(matches);
}

function hasValues(row: object, conditions: readonly (readonly [string, unknown])[]): boolean {
  return conditions.every(([column, value]) => Reflect.get(row, column) === value);
}
