// The directory a phone searches without a signal: every enterprise the expert may see, by name and address only. Files,
// hazards and telephone numbers travel with the snapshot, for the enterprises he goes to.
import type { DirectoryAnswer, DirectoryRow } from "#api/sync.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";

/** About 150 kB on the way. */
const PORTION = 5_000;

/** Enterprises after a register number, without those merged into another. */
export async function readDirectory(tx: Transaction, after: number): Promise<DirectoryAnswer> {
  const enterprises = await tx.db
    .selectFrom("enterprises")
    .select(["id", "registerNo", "name", "creditCode", "communityId"])
    .where(visible(tx, "enterprises"))
    .where("registerNo", ">", after)
    .where("mergedInto", "is", null)
    .orderBy("registerNo")
    .limit(PORTION)
    .execute();
  const last = enterprises.at(-1);
  if (!last) return { rows: [], next: null };
  const sites = await firstSites(tx, after, last.registerNo);
  const communities = await communityNames(tx);
  const rows = enterprises.map(({ id, name, creditCode, communityId }): DirectoryRow => {
    const site = sites.get(id);
    const community = communities.get(communityId ?? "") ?? "";
    return {
      id,
      siteId: site?.id ?? null,
      name,
      address: site?.address ?? "",
      community,
      creditCode: creditCode ?? "",
    };
  });
  return { rows, next: enterprises.length < PORTION ? null : last.registerNo };
}

/** Ids come by time, so the least is the site registered first. */
async function firstSites(tx: Transaction, after: number, upTo: number) {
  const sites = await tx.db
    .selectFrom("sites")
    .innerJoin("enterprises", (join) =>
      join.onRef("enterprises.tenantId", "=", "sites.tenantId").onRef("enterprises.id", "=", "sites.enterpriseId"),
    )
    .select(["sites.enterpriseId", "sites.id", "sites.address"])
    .distinctOn("sites.enterpriseId")
    .where(visible(tx, "sites"))
    .where(visible(tx, "enterprises"))
    .where("enterprises.registerNo", ">", after)
    .where("enterprises.registerNo", "<=", upTo)
    .orderBy("sites.enterpriseId")
    .orderBy("sites.id")
    .execute();
  return new Map(sites.map((site) => [site.enterpriseId, site]));
}

async function communityNames(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const communities = await tx.db
    .selectFrom("communities")
    .select(["id", "name"])
    .where(visible(tx, "communities"))
    .execute();
  return new Map(communities.map(({ id, name }) => [id, name]));
}
