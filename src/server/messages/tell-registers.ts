// Next days of register entries as messages: 90, 30 and 7 days before, on the day, and once past it. The enterprise hears all of
// them, its community from 7 days on, the office what is past. A moment told once is not told again.
import { sql } from "kysely";
import { type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { registerSteps, sayRegisterDue } from "#domain/registers/due.ts";
import { isRegisterKind, registerKindRules, varietyLabel } from "#domain/registers/kinds.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { type Hearer, hearersOn } from "./hearers.ts";
import { type Addressee, type Told, tell } from "./tell.ts";

const A_TIME = 500;
const COMMUNITY_FROM = 7;

interface Reached {
  readonly id: string;
  readonly step: number;
  readonly kind: string;
  readonly variety: string;
  readonly subject: string;
  readonly dueOn: LocalDate;
  readonly enterpriseId: string;
  readonly communityId: string | null;
  readonly enterpriseName: string;
}

/** Tells what was reached on `day` and is not told yet; answers how many messages are new. */
export async function tellRegisters(services: Services, tenantId: string, day: LocalDate): Promise<number> {
  const { database, clock, publicUrl } = services;
  let told = 0;
  for (let more = true; more; ) {
    more = await asActor(database, tenantId, systemActor("messages.tellRegisters"), async (tx) => {
      const reached = await reachedOn(tx, day);
      const people = reached.length > 0 ? await hearersOn(tx, day) : [];
      const messages = reached.flatMap((one) => messagesOf(one, people, day, publicUrl));
      told += await tell(tx, messages, clock.now());
      return reached.length === A_TIME;
    });
  }
  return told;
}

/** The nearest step that is reached; the enterprise's own message, written with the others, marks it as told. */
async function reachedOn(tx: Transaction, day: LocalDate): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    select r.id, s.step, r.kind, r.variety, r.subject, r.due_on, r.enterprise_id, r.community_id, e.name as enterprise_name
    from register_entries r
    join enterprises e on e.tenant_id = r.tenant_id and e.id = r.enterprise_id
    cross join lateral (select min(step)::integer as step from unnest(${sql.val([...registerSteps])}::integer[]) as step
      where step >= greatest(r.due_on - ${day}::date, -1)) s
    where r.tenant_id = ${tx.tenantId}::uuid and r.state = 'standing' and r.due_on is not null and s.step is not null
      and not exists (select 1 from messages m where m.tenant_id = r.tenant_id and m.subject_type = 'registerEntries'
        and m.subject_id = r.id::text and m.enterprise_id is not null and m.words::jsonb ->> '步' = r.due_on || ' ' || s.step)
    order by r.due_on, r.id limit ${A_TIME}`.execute(tx.db);
  return rows;
}

function messagesOf(one: Reached, people: readonly Hearer[], day: LocalDate, publicUrl: string): Told[] {
  const hears = ({ role, scopeId }: Hearer) => {
    if (role === "enterprisePrincipal" || role === "enterpriseStaff") return scopeId === one.enterpriseId;
    if (role === "communityOfficer") return one.step <= COMMUNITY_FROM && scopeId === one.communityId;
    return one.step < 0 && (role === "officer" || role === "officeLead");
  };
  const step = `${one.dueOn} ${one.step}`;
  const addressees: Addressee[] = [
    ...people.filter(hears).map(({ id }) => ({ membershipId: id })),
    { enterpriseId: one.enterpriseId },
  ];
  return addressees.map((to) => ({
    id: derivedId(one.id, `register ${step} ${to === "groups" ? to : Object.values(to).join()}`),
    event: "register.due" as const,
    ...{
      to,
      words: { ...wordsOf(one, day, publicUrl), 步: step },
      subject: { type: "registerEntries" as const, id: one.id },
    },
  }));
}

function wordsOf(one: Reached, day: LocalDate, publicUrl: string): Readonly<Record<string, string>> {
  const rule = isRegisterKind(one.kind) ? registerKindRules[one.kind] : undefined;
  const kind = isRegisterKind(one.kind) ? varietyLabel(one.kind, one.variety).zh : one.kind;
  return {
    ...{ 企业: one.enterpriseName, 种类: kind, 事项: one.subject, 什么日子: rule?.dueOn.zh ?? "期限" },
    期限: spokenDay(one.dueOn, day),
    余天: sayRegisterDue({ ...one, dueSource: "stated", state: "standing" }, day).word.zh,
    链接: `${publicUrl}/enterprise/registers`,
  };
}
