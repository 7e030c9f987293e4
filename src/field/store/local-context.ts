// What `decide` may know on this phone: the membership's snapshot, the stored library, the corrected clock.
import type { Actor } from "#domain/access/roles.ts";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import type { WorkingCalendar } from "#domain/calendar/working-days.ts";
import type { Context } from "#domain/kernel/command.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Library } from "#domain/law/library.ts";
import { correctedNow, deviceId } from "./device.ts";
import type { StoredSnapshot } from "./field-database.ts";

export function expertOf(snapshot: StoredSnapshot): Actor {
  return { kind: "member", id: snapshot.scope, role: "expert", name: snapshot.name, scopeId: snapshot.agencyId };
}

export function calendarOf({ answer }: StoredSnapshot): WorkingCalendar {
  return {
    exceptions: new Map(answer.calendar.exceptions.map(({ day, working }) => [day, working])),
    publishedYears: new Set(answer.calendar.publishedYears),
  };
}

export function localContext(
  snapshot: StoredSnapshot,
  library: Library,
  commandId: string,
  occurredAt: Instant,
): Context {
  const receivedAt = correctedNow();
  return {
    tenantId: snapshot.tenantId,
    divisionCode: snapshot.answer.divisionCode,
    actor: expertOf(snapshot),
    commandId,
    deviceId: deviceId(),
    occurredAt: occurredAt < receivedAt ? occurredAt : receivedAt,
    receivedAt,
    today: dayOf(receivedAt),
    calendar: calendarOf(snapshot),
    library,
    newId: (label) => derivedId(commandId, label),
  };
}
