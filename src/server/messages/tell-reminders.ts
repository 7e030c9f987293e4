// A day's reminders as messages: to each person of the told party, to the enterprise itself, and once to the groups. The ids
// follow from the reminder, so that a second run tells nothing again.
import { sql } from "kysely";
import type { Role } from "#domain/access/roles.ts";
import { daysBetween, type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import type { Told as ToldParty } from "#domain/climbing/ladders.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { MessageEvent } from "#domain/messages/events.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { type Hearer, hearersOn } from "./hearers.ts";
import { type Addressee, type Told, tell } from "./tell.ts";

const A_TIME = 500;

/** Who hears for a party; the scope is the column of the hazard that bounds it. */
const hearers: Readonly<
  Record<ToldParty, { readonly roles: readonly Role[]; readonly scope: keyof Reached | undefined }>
> = {
  enterprise: { roles: ["enterprisePrincipal", "enterpriseStaff"], scope: "enterpriseId" },
  agency: { roles: ["agencyLead"], scope: "agencyId" },
  community: { roles: ["communityOfficer"], scope: "communityId" },
  office: { roles: ["officer", "officeLead"], scope: undefined },
  leadingGroup: { roles: ["leader"], scope: undefined },
};

const partyNames: Readonly<Record<ToldParty, string>> = {
  enterprise: "企业",
  agency: "机构",
  community: "村社区",
  office: "安监办",
  leadingGroup: "领导小组",
};

interface Reached {
  readonly hazardId: string;
  readonly told: ToldParty;
  readonly holder: string;
  readonly afterDays: number;
  readonly dueOn: LocalDate;
  readonly enterpriseId: string;
  readonly agencyId: string | null;
  readonly communityId: string | null;
  readonly number: string;
  readonly description: string;
  readonly place: string;
  readonly enterpriseName: string;
}

/** Tells what was reached on `day` and is not told yet; answers how many messages are new. */
export async function tellReminders(services: Services, tenantId: string, day: LocalDate): Promise<number> {
  const { database, clock, publicUrl } = services;
  let told = 0;
  for (let more = true; more; ) {
    more = await asActor(database, tenantId, systemActor("messages.tellReminders"), async (tx) => {
      const reached = await reachedOn(tx, day);
      const people = await hearersOn(tx, day);
      const messages = reached.flatMap((one) => messagesOf(one, people, day, publicUrl));
      told += await tell(tx, messages, clock.now());
      return reached.length === A_TIME;
    });
  }
  return told;
}

/** The message to the groups is written with the others and marks a reminder as told. */
async function reachedOn(tx: Transaction, day: LocalDate): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    select r.hazard_id, r.told, r.holder, r.after_days, r.due_on, r.enterprise_id, r.agency_id, r.community_id, h.number, h.description,
      h.place, e.name as enterprise_name
    from reminders r
    join hazards h on h.tenant_id = r.tenant_id and h.id = r.hazard_id
    join enterprises e on e.tenant_id = r.tenant_id and e.id = r.enterprise_id
    where r.tenant_id = ${tx.tenantId}::uuid and r.day = ${day}::date and h.status not in ('closed', 'voided')
      and not exists (select 1 from messages m where m.tenant_id = r.tenant_id and m.subject_type = 'hazards'
        and m.subject_id = r.hazard_id::text and m.membership_id is null and m.enterprise_id is null
        and m.words::jsonb ->> '步' = ${stepKey})
    order by r.hazard_id, r.told, r.after_days limit ${A_TIME}`.execute(tx.db);
  return rows;
}

/** Party, due date and moment: what makes a reminder of a hazard one of its own. */
const stepKey = sql`r.told || ' ' || r.due_on || ' ' || r.after_days`;

function messagesOf(one: Reached, people: readonly Hearer[], day: LocalDate, publicUrl: string): Told[] {
  const { roles, scope } = hearers[one.told];
  const heard = people.filter(
    ({ role, scopeId }) => roles.some((name) => name === role) && (scope === undefined || scopeId === one[scope]),
  );
  const addressees: Addressee[] = [...heard.map(({ id }) => ({ membershipId: id })), "groups"];
  if (one.told === "enterprise") addressees.push({ enterpriseId: one.enterpriseId });
  const step = `${one.told} ${one.dueOn} ${one.afterDays}`;
  const words = wordsOf(one, day, publicUrl);
  return addressees.map((to) => ({
    id: derivedId(one.hazardId, `reminder ${step} ${to === "groups" ? to : Object.values(to).join()}`),
    event: eventOf(one),
    ...{ to, words: { ...words, 步: step }, subject: { type: "hazards" as const, id: one.hazardId } },
  }));
}

function eventOf({ told, holder, afterDays }: Reached): MessageEvent {
  if (told !== holder) return "hazard.climbed";
  if (afterDays === 0) return "hazard.dueToday";
  return afterDays < 0 ? "hazard.dueSoon" : "hazard.overdue";
}

function wordsOf(one: Reached, day: LocalDate, publicUrl: string): Readonly<Record<string, string>> {
  const left = daysBetween(day, one.dueOn);
  const page = one.told === "enterprise" ? "/enterprise" : `/console/hazards/${one.hazardId}`;
  return {
    ...{ 企业: one.enterpriseName, 隐患: one.description, 部位: one.place, 编号: one.number },
    期限: spokenDay(one.dueOn, day),
    余天: left < 0 ? `逾期${-left}天` : left === 0 ? "今天到期" : `余${left}天`,
    现在由: partyNames[one.told],
    链接: `${publicUrl}${page}`,
  };
}
