// A tenant's layer over the shared library: its catalogue and its own instruments, as whoever belongs to it may read them.
import type { TenantLayer } from "#domain/law/catalogue/layer.ts";
import type { CatalogueOverrides, TenantInstruments } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";

/** All of it; nothing in the platform's own tenant. */
export async function readLayer(tx: Transaction): Promise<TenantLayer> {
  return { overrides: await readOverrides(tx), instruments: await readOwnInstruments(tx) };
}

/** Rows by code. */
export function readOverrides(tx: Transaction): Promise<CatalogueOverrides[]> {
  return tx.db
    .selectFrom("catalogueOverrides")
    .selectAll()
    .where(visible(tx, "catalogueOverrides"))
    .orderBy("itemCode")
    .execute();
}

/** Rows by short title. */
export function readOwnInstruments(tx: Transaction): Promise<TenantInstruments[]> {
  return tx.db
    .selectFrom("tenantInstruments")
    .selectAll()
    .where(visible(tx, "tenantInstruments"))
    .orderBy("id")
    .execute();
}
