// Tips and complaints, each through its own wall, and the one tip a receipt opens.
import { sql } from "kysely";
import type { Tip, TipFilter, TipRow } from "#api/tips.ts";
import type { Actor } from "#domain/access/roles.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { TipActs, Tips, TipTerms } from "#domain/rows.generated.ts";
import { termsOn } from "#domain/tip/commands.ts";
import { tipStates } from "#domain/tip/labels.ts";
import type { Transaction } from "../db/transaction.ts";
import { like } from "./hazard-filter.ts";
import { visible } from "./visibility.ts";

export const TIP_PAGE = 50;

const columns = sql`t.id, t.number, t.about, t.text, t.place, t.enterprise_words, t.reported_at, t.state, t.triage_due, t.answer_due,
  t.enterprise_id, e.name as enterprise_name, t.site_id, s.address as site_address, c.name as community_name,
  t.handler_membership_id, t.handler_name, t.outcome, t.closed_at`;

function named(tx: Transaction) {
  return sql`tips t
    left join enterprises e on e.tenant_id = t.tenant_id and e.id = t.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join sites s on s.tenant_id = t.tenant_id and s.id = t.site_id and ${visible(tx, "sites", "s")}
    left join communities c on c.tenant_id = t.tenant_id and c.id = t.community_id and ${visible(tx, "communities", "c")}`;
}

export async function readTips(tx: Transaction, filter: TipFilter, page: number) {
  const wanted = [visible(tx, "tips", "t"), sql`t.state = ${filter.state}`];
  if (filter.about) wanted.push(sql`t.about = ${filter.about}`);
  if (filter.text) wanted.push(like(filter.text, ["t.number", "t.text", "t.place", "t.enterpriseWords", "e.name"]));
  const { rows } = await sql<TipRow & { readonly total: number }>`
    select ${columns}, count(*) over ()::integer as total,
      (select count(*)::integer from tip_photos p where ${visible(tx, "tipPhotos", "p")} and p.tip_id = t.id) as photos
    from ${named(tx)}
    where ${sql.join(wanted, sql` and `)}
    order by case when t.state = 'closed' then 0 else 1 end, case when t.state = 'closed' then null else t.answer_due end,
      t.closed_at desc nulls last, t.reported_at, t.id
    limit ${TIP_PAGE} offset ${(page - 1) * TIP_PAGE}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

export async function countTips(tx: Transaction): Promise<Record<Tips["state"], number>> {
  const { rows } = await sql<{ readonly state: Tips["state"]; readonly n: number }>`
    select t.state, count(*)::integer as n from tips t where ${visible(tx, "tips", "t")} group by t.state`.execute(
    tx.db,
  );
  const of = (state: Tips["state"]) => rows.find((row) => row.state === state)?.n ?? 0;
  return { reported: of(tipStates[0]), assigned: of(tipStates[1]), closed: of(tipStates[2]) };
}

export async function readTerms(tx: Transaction, day: LocalDate): Promise<Omit<TipTerms, "tenantId">> {
  const own = await tx.db.selectFrom("tipTerms").selectAll().where(visible(tx, "tipTerms")).executeTakeFirst();
  const { triageWorkingDays, answerWorkingDays } = termsOn(own, day);
  return { triageWorkingDays, answerWorkingDays };
}

/** The tip with everything that hangs on it; the reporter only where the walls let it through. */
export async function findTip(tx: Transaction, id: string): Promise<Tip | undefined> {
  const { rows } = await sql<Omit<Tip, "photos" | "acts" | "reporter" | "mayKnowReporter" | "sites">>`
    select ${columns} from ${named(tx)} where ${visible(tx, "tips", "t")} and t.id = ${id}::uuid`.execute(tx.db);
  const tip = rows[0];
  if (!tip) return undefined;
  const photos = await tx.db
    .selectFrom("tipPhotos")
    .select("id")
    .where(visible(tx, "tipPhotos"))
    .where("tipId", "=", id)
    .orderBy("position")
    .execute();
  const reporter = await tx.db
    .selectFrom("tipReporters")
    .select(["name", "contact"])
    .where(visible(tx, "tipReporters"))
    .where("tipId", "=", id)
    .executeTakeFirst();
  const acts = await tx.db
    .selectFrom("tipActs")
    .select(["id", "kind", "text", "byName", "at"])
    .where(visible(tx, "tipActs"))
    .where("tipId", "=", id)
    .orderBy("at", "desc")
    .orderBy("id")
    .execute();
  const mayKnowReporter = mayKnow(tx.actor, tip.handlerMembershipId);
  return {
    ...tip,
    photos,
    reporter: reporter ?? null,
    mayKnowReporter,
    acts,
    sites: await sitesOf(tx, tip.enterpriseId),
  };
}

function mayKnow({ role, id }: Actor, handler: string | null): boolean {
  return role === "officeLead" || (role === "officer" && handler === id);
}

async function sitesOf(tx: Transaction, enterpriseId: string | null) {
  if (!enterpriseId) return [];
  return tx.db
    .selectFrom("sites")
    .select(["id", "address"])
    .where(visible(tx, "sites"))
    .where("enterpriseId", "=", enterpriseId)
    .orderBy("id")
    .execute();
}

export async function findTipPhoto(tx: Transaction, tipId: string, photoId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom("tipPhotos")
    .select("sha256")
    .where(visible(tx, "tipPhotos"))
    .where("tipId", "=", tipId)
    .where("id", "=", photoId)
    .executeTakeFirst();
  return row?.sha256;
}

/** What the holder of a receipt reads: where it stands, and what was said to them. */
export async function readOwnTip(
  tx: Transaction,
): Promise<{ readonly tip: Tips; readonly said: readonly TipActs[] } | undefined> {
  const tip = await tx.db.selectFrom("tips").selectAll().where(visible(tx, "tips")).executeTakeFirst();
  if (!tip) return undefined;
  const said = await tx.db
    .selectFrom("tipActs")
    .selectAll()
    .where(visible(tx, "tipActs"))
    .where("kind", "in", ["answered", "closed"])
    .orderBy("at", "desc")
    .execute();
  return { tip, said };
}
