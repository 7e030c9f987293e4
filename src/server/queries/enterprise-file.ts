// 一企一档: everything about one enterprise on one page, in one read transaction.
import type { EnterpriseFile } from "#api/enterprises.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { WorkingCalendar } from "#domain/calendar/working-days.ts";
import { readTags } from "#domain/organization/tags.ts";
import type { Transaction } from "../db/transaction.ts";
import { readActs } from "./enterprise-acts.ts";
import { readEvents, readFileHazards, readVisits } from "./enterprise-history.ts";
import { readFileLinks } from "./enterprise-links.ts";
import { periodState, schemeOnDay } from "./scheme-on-day.ts";
import { seesScopeList, visible } from "./visibility.ts";

/** The file, or undefined where there is no such enterprise for the actor; an entry that was merged answers as the other. */
export async function findEnterpriseFile(
  tx: Transaction,
  asked: string,
  day: LocalDate,
  published: WorkingCalendar,
  year?: number,
): Promise<EnterpriseFile | undefined> {
  const facts = await findFacts(tx, asked);
  if (!facts) return undefined;
  const { id } = facts;
  const { scheme, periods, years } = await schemeOnDay(tx, day, year);
  const { events, total: eventsTotal } = await readEvents(tx, id);
  const running = periods.find((period) => periodState(period, day) === "now");
  return {
    day,
    facts,
    sites: await readSites(tx, id),
    scopeDecisions: seesScopeList(tx) ? await readScope(tx, id, day) : null,
    standardizations: await readStandardizations(tx, id),
    years: [...years],
    year: scheme?.serviceYear ?? null,
    periods: periods.map(({ no, startsOn, endsOn }) => ({
      no,
      startsOn,
      endsOn,
      state: periodState({ startsOn, endsOn }, day),
    })),
    acts: scheme ? await readActs(tx, id, scheme.id, day, published) : [],
    hazards: await readFileHazards(tx, id, running?.startsOn ?? day),
    visits: await readVisits(tx, id),
    documents: await readDocuments(tx, id),
    links: await readFileLinks(tx, id, day),
    events,
    eventsTotal,
  };
}

async function findFacts(tx: Transaction, id: string): Promise<EnterpriseFile["facts"] | undefined> {
  const row = await tx.db
    .selectFrom("enterprises as e")
    .leftJoin("communities as c", (join) =>
      join
        .onRef("c.tenantId", "=", "e.tenantId")
        .onRef("c.id", "=", "e.communityId")
        .on(visible(tx, "communities", "c")),
    )
    .leftJoin("agencyEngagements as a", (join) =>
      join
        .onRef("a.tenantId", "=", "e.tenantId")
        .onRef("a.agencyId", "=", "e.agencyId")
        .on(visible(tx, "agencyEngagements", "a")),
    )
    .selectAll("e")
    .select(["c.name as communityName", "a.agencyName"])
    .where(visible(tx, "enterprises", "e"))
    .where("e.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.mergedInto) return findFacts(tx, row.mergedInto);
  return { ...row, tags: [...readTags(row.tags)], principalPhone: row.principalPhone && masked(row.principalPhone) };
}

/** A number as a list may show it: the middle is left out. */
function masked(phone: string): string {
  return phone.length < 8 ? "****" : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

async function readSites(tx: Transaction, id: string): Promise<EnterpriseFile["sites"]> {
  const rows = await tx.db
    .selectFrom("sites")
    .select(["id", "name", "address", "tags"])
    .where(visible(tx, "sites"))
    .where("enterpriseId", "=", id)
    .orderBy("name")
    .execute();
  return rows.map((row) => ({ ...row, tags: [...readTags(row.tags)] }));
}

async function readScope(tx: Transaction, id: string, day: LocalDate): Promise<EnterpriseFile["scopeDecisions"]> {
  const rows = await tx.db
    .selectFrom("scopeDecisions")
    .select(["id", "decision", "ground", "effectiveFrom", "evidence", "decidedByName", "decidedAt"])
    .where(visible(tx, "scopeDecisions"))
    .where("enterpriseId", "=", id)
    .orderBy("effectiveFrom", "desc")
    .orderBy("decidedAt", "desc")
    .orderBy("id", "desc")
    .execute();
  const holding = rows.find((row) => row.effectiveFrom <= day);
  return rows.map((row) => ({ ...row, holds: row === holding }));
}

function readStandardizations(tx: Transaction, id: string): Promise<EnterpriseFile["standardizations"]> {
  return tx.db
    .selectFrom("standardizations")
    .select(["id", "state", "grade", "certificateNo", "validTo", "effectiveFrom", "recordedByName"])
    .where(visible(tx, "standardizations"))
    .where("enterpriseId", "=", id)
    .orderBy("effectiveFrom", "desc")
    .orderBy("recordedAt", "desc")
    .orderBy("id", "desc")
    .execute();
}

function readDocuments(tx: Transaction, id: string): Promise<EnterpriseFile["documents"]> {
  return tx.db
    .selectFrom("documents")
    .select(["id", "kind", "number", "state", "draftedAt", "releasedAt"])
    .where(visible(tx, "documents"))
    .where("enterpriseId", "=", id)
    .orderBy("draftedAt", "desc")
    .orderBy("id")
    .limit(40)
    .execute();
}
