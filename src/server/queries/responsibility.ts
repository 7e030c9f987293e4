// The responsibility table (R14), counted from the open hazards and the work items themselves; nothing is kept beside them.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import {
  MOST_PARTIES,
  type PartyCounts,
  type PartyRow,
  type PartySection,
  type Responsibility,
} from "#api/responsibility.ts";
import type { Figure } from "#api/rows-link.ts";
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import {
  type HoldingParty,
  holdersOf,
  holdingParties,
  type ResponsibleParty,
  type WatchingParty,
} from "#domain/hazard/responsible.ts";
import type { Transaction } from "../db/transaction.ts";
import { wasTold } from "./climbing-rules.ts";
import { definitions, isHeldBy, isOpen, isOverdue } from "./measures.ts";
import { communitiesOf } from "./scheme-on-day.ts";
import { visible } from "./visibility.ts";
import { isWith } from "./work-holders.ts";
import { workSources } from "./work-sources.ts";

type Filter = Record<string, string>;

interface Asked {
  readonly tx: Transaction;
  readonly day: LocalDate;
  /** The cut of the whole page, as every link carries it on. */
  readonly cut: Filter;
}

/** One way to count: which hazards, grouped by whom, what has climbed, which other items, and how its rows are found again. */
interface Counting {
  readonly party: ResponsibleParty;
  readonly hazards: RawBuilder<SqlBool>;
  /** Filter of the hazards list that leaves the same ones. */
  readonly filter: Filter;
  readonly by?: "enterprise" | "agency" | "community" | "unit";
  readonly climbed?: "community" | "office" | "leadingGroup";
  readonly others?: HoldingParty | "community";
}

export async function readResponsibility(tx: Transaction, day: LocalDate, community?: string): Promise<Responsibility> {
  const asked: Asked = { tx, day, cut: community ? { community } : {} };
  const sections = await countAll(asked, countings(tx));
  const sum = (of: (counts: PartyCounts) => Figure) =>
    sections.filter(({ party }) => isHolding(party)).reduce((total, one) => total + of(one.total).count, 0);
  return {
    day,
    open: hazardFigure(
      sum(({ hazards }) => hazards),
      { state: "open", ...asked.cut },
    ),
    overdue: hazardFigure(
      sum(({ overdue }) => overdue),
      { state: "open", overdue: "1", ...asked.cut },
    ),
    sections: sections.filter(
      ({ total }) => total.hazards.count + (total.others?.count ?? 0) + (total.climbed?.count ?? 0) > 0,
    ),
    communities: await communitiesOf(tx),
    definition: definitions.responsibility,
  };
}

function isHolding(party: ResponsibleParty): party is HoldingParty {
  return holdingParties.some((one) => one === party);
}

function countings(tx: Transaction): readonly Counting[] {
  const held = (party: HoldingParty, more: Partial<Counting>): Counting => ({
    ...{ party, hazards: isHeldBy("h", holdersOf[party]), filter: { responsible: party }, others: party },
    ...more,
  });
  const climbed = (party: WatchingParty, more: Partial<Counting>): Counting => ({
    ...{ party, hazards: sql<SqlBool>`true`, filter: {} },
    ...more,
  });
  return [
    held("enterprise", { by: "enterprise", others: undefined }),
    climbed("community", { by: "community", climbed: "community", others: "community" }),
    held("agency", { by: "agency" }),
    held("office", { climbed: "office" }),
    held("enforcement", { others: undefined }),
    climbed("memberUnit", { by: "unit", hazards: sql<SqlBool>`hr.unit_id is not null`, filter: { unit: "any" } }),
    climbed("leadingGroup", { hazards: wasTold(tx, "leadingGroup"), filter: { told: "leadingGroup" } }),
  ];
}

async function countAll(asked: Asked, all: readonly Counting[]): Promise<PartySection[]> {
  const sections: PartySection[] = [];
  for (const counting of all) sections.push(await section(asked, counting));
  return sections;
}

interface Counted {
  readonly id: string | null;
  readonly name: string | null;
  readonly hazards: number;
  readonly overdue: number;
  readonly climbed: number;
  readonly others: number;
  readonly since: string | null;
  readonly parties: number;
}

/** The first row is the party as a whole. */
async function section(asked: Asked, counting: Counting): Promise<PartySection> {
  const rows = await countRows(asked, counting);
  const [whole, ...parties] = rows;
  return {
    party: counting.party,
    total: countsOf(asked, counting, whole),
    count: whole?.parties ?? 0,
    rows: parties.flatMap((row) => {
      const { id, name } = row;
      return id === null ? [] : [{ id, name: name ?? "", ...countsOf(asked, counting, row) } satisfies PartyRow];
    }),
  };
}

const idColumns = {
  enterprise: "enterprise_id",
  agency: "agency_id",
  community: "community_id",
  unit: "unit_id",
} as const;

async function countRows(asked: Asked, counting: Counting): Promise<Counted[]> {
  const { tx } = asked;
  const { by } = counting;
  const id = by ? sql`x.${sql.raw(idColumns[by])}` : sql`null::uuid`;
  const { rows } = await sql<Counted>`
    with x as (${itemsOf(asked, counting)}),
    g as (select ${id} as id, sum(x.hazard)::integer as hazards, sum(x.overdue)::integer as overdue, sum(x.climbed)::integer as climbed,
        sum(x.other)::integer as others, min(x.since) as since from x group by 1)
    select null::uuid as id, null::text as name, coalesce(sum(g.hazards), 0)::integer as hazards, coalesce(sum(g.overdue), 0)::integer as overdue,
      coalesce(sum(g.climbed), 0)::integer as climbed, coalesce(sum(g.others), 0)::integer as others, min(g.since) as since,
      count(g.id)::integer as parties from g
    union all (select g.id, ${nameOf(tx, by)}, g.hazards, g.overdue, g.climbed, g.others, g.since, 1 from g
      where g.id is not null order by g.overdue desc, g.since, g.id limit ${MOST_PARTIES})`.execute(tx.db);
  return rows;
}

/** Open hazards in the party's hands, those it was told of, and its other items: a row each. */
function itemsOf({ tx, day, cut }: Asked, { hazards, climbed, others }: Counting): RawBuilder<unknown> {
  const within = (alias: string) =>
    cut.community ? sql<SqlBool>`${sql.ref(`${alias}.communityId`)} = ${cut.community}::uuid` : sql<SqlBool>`true`;
  const told = climbed ? wasTold(tx, climbed) : sql<SqlBool>`false`;
  const open = sql`select o.enterprise_id, o.agency_id, o.community_id, o.unit_id, o.held::integer as hazard, (o.held and o.late)::integer as overdue,
      o.told::integer as climbed, 0 as other, case when o.held then o.held_since end as since
    from (select h.enterprise_id, h.agency_id, h.community_id, hr.unit_id, h.held_since, ${hazards} as held, ${isOverdue("h", day)} as late, ${told} as told
      from hazards h left join hazard_routings hr on hr.tenant_id = h.tenant_id and hr.hazard_id = h.id and hr.state in ('asked', 'taken')
        and ${visible(tx, "hazardRoutings", "hr")}
      where ${visible(tx, "hazards", "h")} and ${isOpen("h")} and ${within("h")}) o where o.held or o.told`;
  if (!others) return open;
  return sql`${open} union all select w.enterprise_id, w.agency_id, w.community_id, null::uuid, 0, 0, 0, 1, null::timestamptz
    from (${workSources(tx, day)}) w where w.subject <> 'hazard' and ${isWith(others)} and ${within("w")}`;
}

function nameOf(tx: Transaction, by: Counting["by"]): RawBuilder<string | null> {
  switch (by) {
    case "enterprise":
      return sql<string>`(select n.name from enterprises n where ${visible(tx, "enterprises", "n")} and n.id = g.id)`;
    case "agency":
      return sql<string>`(select n.agency_name from agency_engagements n where ${visible(tx, "agencyEngagements", "n")} and n.agency_id = g.id)`;
    case "community":
      return sql<string>`(select n.name from communities n where ${visible(tx, "communities", "n")} and n.id = g.id)`;
    case "unit":
      return sql<string>`(select n.name from member_units n where ${visible(tx, "memberUnits", "n")} and n.id = g.id)`;
    default:
      return sql<null>`null::text`;
  }
}

function countsOf({ cut }: Asked, { by, filter, climbed, others }: Counting, row: Counted | undefined): PartyCounts {
  const one: Filter = by && row?.id ? { [by]: row.id } : {};
  const open = { state: "open", ...cut, ...filter, ...one };
  const workFilter = { view: "all", about: "other", ...cut, ...(by === "enterprise" ? {} : one) };
  return {
    hazards: hazardFigure(row?.hazards ?? 0, open),
    overdue: hazardFigure(row?.overdue ?? 0, { ...open, overdue: "1" }),
    climbed: climbed ? hazardFigure(row?.climbed ?? 0, { state: "open", ...cut, ...one, told: climbed }) : null,
    others: others
      ? { count: row?.others ?? 0, rows: { list: "workItems", filter: { ...workFilter, responsible: others } } }
      : null,
    since: row?.since ? dayOf(row.since) : null,
  };
}

function hazardFigure(count: number, filter: Filter): Figure {
  return { count, rows: { list: "hazards", filter } };
}
