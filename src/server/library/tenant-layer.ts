// A tenant's layer over the shared catalogue, as whoever belongs to the tenant may read it.
import type { CatalogueOverrides } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";

/** Rows by code; none in the platform's own tenant. */
export function readLayer(tx: Transaction): Promise<CatalogueOverrides[]> {
  return tx.db
    .selectFrom("catalogueOverrides")
    .selectAll()
    .where(visible(tx, "catalogueOverrides"))
    .orderBy("itemCode")
    .execute();
}
