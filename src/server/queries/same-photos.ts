// Which photos the proof of a hazard repeats, by hash and by perceptual hash. The search looks over the whole subdistrict, for a
// photo of another agency's enterprise is repeated like any other; what was found is handed out only as far as the asker sees it.
import { type SqlBool, sql } from "kysely";
import type { SamePhoto } from "#api/same-photos.ts";
import { type AlikeWhere, proofPurposes } from "#domain/hazard/same-photos.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { SAME_PHOTO_DISTANCE } from "../files/difference-hash.ts";
import type { Services } from "../server-parts.ts";
import { type Asker, visible } from "./visibility.ts";

/** A wall, a blank sheet or a dark picture has hardly a bit set, and is like every other of its kind. */
const FEWEST_BITS = 8;
const MOST_SHOWN = 6;

interface Match {
  readonly proof: string;
  readonly other: string;
  readonly where: AlikeWhere;
  readonly exact: boolean;
}

/** Warnings for the proof of a hazard that `asker` sees; undefined where it is not theirs to see. */
export async function samePhotosFor(
  services: Services,
  asker: Asker,
  hazardId: string,
): Promise<readonly SamePhoto[] | undefined> {
  const { database } = services;
  const readOnly = { readOnly: true };
  const seen = await asActor(
    database,
    asker.tenantId,
    asker.actor,
    (tx) => tx.db.selectFrom("hazards").select("id").where(visible(tx, "hazards")).where("id", "=", hazardId).execute(),
    readOnly,
  );
  if (seen.length === 0) return undefined;
  const matches = await findRepeated(services, asker.tenantId, hazardId);
  if (matches.length === 0) return [];
  return asActor(database, asker.tenantId, asker.actor, (tx) => asSeen(tx, matches), readOnly);
}

/** Whether the newest proof of the hazard repeats its own photo from before. */
export async function repeatsBefore(services: Services, tenantId: string, hazardId: string): Promise<boolean> {
  const matches = await findRepeated(services, tenantId, hazardId);
  return matches.some(({ where }) => where === "before");
}

function findRepeated({ database }: Services, tenantId: string, hazardId: string): Promise<readonly Match[]> {
  return asActor(database, tenantId, systemActor("photos.compare"), (tx) => repeatedIn(tx, hazardId), {
    readOnly: true,
  });
}

async function repeatedIn(tx: Transaction, hazardId: string): Promise<readonly Match[]> {
  const bits = (alias: string) => sql`('x' || ${sql.ref(`${alias}.dhash`)})::bit(64)`;
  const telling = (alias: string) =>
    sql<SqlBool>`bit_count(${bits(alias)}) between ${FEWEST_BITS} and ${64 - FEWEST_BITS}`;
  const { rows } = await sql<Match>`
    with proofs as (
      select s.id, s.tenant_id, s.enterprise_id, s.hazard_id, s.sha256, s.original_sha256, b.dhash from photo_slots s
      left join blobs b on b.tenant_id = s.tenant_id and b.sha256 = s.sha256
      where ${visible(tx, "photoSlots", "s")} and s.hazard_id = ${hazardId}::uuid
        and s.purpose in (${sql.join([...proofPurposes])})
    ), repeated as (
      select p.id as proof, o.id as other, true as exact from proofs p
      join photo_slots o on o.tenant_id = p.tenant_id and (o.sha256 = p.sha256 or o.original_sha256 = p.original_sha256)
      union all
      select p.id, o.id, false from proofs p
      join blobs n on n.tenant_id = p.tenant_id and n.sha256 <> p.sha256 and n.dhash is not null and p.dhash is not null
        and ${telling("p")} and ${telling("n")} and bit_count(${bits("p")} # ${bits("n")}) <= ${SAME_PHOTO_DISTANCE}
      join photo_slots o on o.tenant_id = n.tenant_id and o.sha256 = n.sha256
    ), best as (
      select distinct on (r.proof, w.place) r.proof, r.other, w.place as "where", bool_or(r.exact) as exact, min(o.taken_at) as taken
      from repeated r join proofs p on p.id = r.proof
      join photo_slots o on o.tenant_id = p.tenant_id and o.id = r.other
      cross join lateral (select case when o.hazard_id = p.hazard_id then 'before'
        when o.enterprise_id = p.enterprise_id then 'sameEnterprise' else 'elsewhere' end as place) w
      where r.other <> r.proof and o.hazard_id is not null and o.purpose <> 'signature' and (o.hazard_id <> p.hazard_id or o.purpose = 'hazard')
      group by r.proof, r.other, w.place
      order by r.proof, w.place, bool_or(r.exact) desc, min(o.taken_at)
    ) select proof, other, "where", exact from best
    order by array_position(array['before', 'elsewhere', 'sameEnterprise'], "where"), exact desc limit ${MOST_SHOWN}`.execute(
    tx.db,
  );
  return rows;
}

async function asSeen(tx: Transaction, matches: readonly Match[]): Promise<readonly SamePhoto[]> {
  const ids = matches.map(({ other }) => other);
  const { rows } = await sql<NonNullable<SamePhoto["other"]>>`
    select s.id as slot_id, h.id as hazard_id, h.number, h.place, coalesce(e.name, '') as enterprise_name
    from photo_slots s
    join hazards h on h.tenant_id = s.tenant_id and h.id = s.hazard_id and ${visible(tx, "hazards", "h")}
    left join enterprises e on e.tenant_id = h.tenant_id and e.id = h.enterprise_id and ${visible(tx, "enterprises", "e")}
    where ${visible(tx, "photoSlots", "s")} and s.id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`.execute(
    tx.db,
  );
  const seen = new Map(rows.map((row) => [row.slotId, row]));
  return matches.map(({ other, ...match }) => ({ ...match, other: seen.get(other) ?? null }));
}
