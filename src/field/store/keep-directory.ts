// Keeps the directory of every membership a day old at most: fetched portion by portion, going on where it was cut off. The old
// one serves until the new one is whole.
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { pullDirectory } from "../outbox/server.ts";
import { correctedNow, type Holder } from "./device.ts";
import { directoryHeads, keepOnly, portionOf, storePortion, wholeDay } from "./directory-database.ts";

let running: Promise<void> | undefined;

/** Fetches what is missing; a second call while one runs waits for that one. Without a signal it ends where it stands. */
export function keepDirectory(holder: Holder): Promise<void> {
  running ??= fetchAll(holder).finally(() => {
    running = undefined;
  });
  return running;
}

async function fetchAll({ accountId, memberships }: Holder): Promise<void> {
  const today = dayOf(correctedNow());
  for (const { id: scope } of memberships) await fetchScope(accountId, scope, today);
  const days = memberships.map(async ({ id: scope }): Promise<[string, readonly string[]]> => {
    const whole = await wholeDay(accountId, scope);
    return [scope, [whole, today].filter((day) => day !== undefined)];
  });
  await keepOnly(accountId, new Map(await Promise.all(days)));
}

async function fetchScope(accountId: string, scope: string, day: LocalDate): Promise<void> {
  const head = (await directoryHeads(accountId, scope)).find((one) => one.day === day);
  let after = head ? head.next : 0;
  while (after !== null) {
    const answer = await pullDirectory(scope, after);
    if (answer.kind !== "answered") return;
    await storePortion(accountId, portionOf(scope, day, after, answer.value));
    after = answer.value.next;
  }
}
