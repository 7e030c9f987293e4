// The people of the stories and what a decision may know when one of them acts.
import type { Actor, Role } from "#domain/access/roles.ts";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import { plainCalendar } from "#domain/calendar/working-days.ts";
import type { Context } from "#domain/kernel/command.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { sampleLibrary } from "#domain/law/sample-library.ts";

export const tenantId = "00000000-0000-7000-8000-0000000000aa";
export const agencyId = "00000000-0000-7000-8000-0000000000b1";
export const enterpriseId = "00000000-0000-7000-8000-0000000000c1";
export const siteId = "00000000-0000-7000-8000-0000000000d1";
export const communityId = "00000000-0000-7000-8000-0000000000e1";

/** A UUID of the tests, from a plain number or word. */
export function idOf(word: string | number): string {
  return derivedId("test", String(word));
}

export function person(name: string, role: Role): Actor {
  const kind = role === "system" ? "system" : role === "linkHolder" ? "link" : "member";
  return { kind, id: idOf(name), role, name, scopeId: null };
}

export const people = {
  expert: person("王工", "expert"),
  otherExpert: person("李工", "expert"),
  agencyLead: person("陈经理", "agencyLead"),
  officer: person("赵安", "officer"),
  officeLead: person("钱主任", "officeLead"),
  community: person("孙联络", "communityOfficer"),
  owner: person("周老板", "enterprisePrincipal"),
  electrician: person("吴电工", "linkHolder"),
  enforcement: person("郑队", "enforcementOfficer"),
  nightJob: person("overdue-watch", "system"),
} as const satisfies Readonly<Record<string, Actor>>;

const library = sampleLibrary();
let count = 0;

/** The context of one command; `receivedAt` is the moment it reached the server, at once unless said otherwise. */
export function contextOf(actor: Actor, occurredAt: Instant, receivedAt: Instant = occurredAt): Context {
  count += 1;
  const commandId = idOf(`command ${count}`);
  return {
    tenantId,
    divisionCode: "330109001",
    actor,
    commandId,
    deviceId: actor.id,
    occurredAt,
    receivedAt,
    today: dayOf(receivedAt),
    calendar: plainCalendar,
    library,
    newId: (label) => derivedId(commandId, label),
  };
}
