// What each phone of a visit holds unsent, as it said last. Only the visit's own expert says and hears it.
import type { Holding, SaidHoldings } from "#api/holdings.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";

/** Visits that have not come to the server yet are left out: nobody else can know of them. */
export async function exchangeHoldings(tx: Transaction, said: SaidHoldings, now: string): Promise<Holding[]> {
  const visits = await ownVisitsAmong(
    tx,
    said.visits.map((one) => one.visitId),
  );
  if (visits.length === 0) return [];
  const { tenantId, actor } = tx;
  const rows = visits.flatMap(({ id, expertName }) => {
    const { commands = 0, photos = 0, unsorted = 0 } = said.visits.find((one) => one.visitId === id) ?? {};
    const counts = { commands, photos, unsorted, saidAt: now };
    return [
      { tenantId, visitId: id, deviceId: said.deviceId, membershipId: actor.id, personName: expertName, ...counts },
    ];
  });
  await tx.db
    .insertInto("visitHoldings")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["tenantId", "visitId", "deviceId"]).doUpdateSet((eb) => ({
        commands: eb.ref("excluded.commands"),
        photos: eb.ref("excluded.photos"),
        unsorted: eb.ref("excluded.unsorted"),
        saidAt: eb.ref("excluded.saidAt"),
      })),
    )
    .execute();
  return tx.db
    .selectFrom("visitHoldings")
    .select(["visitId", "deviceId", "personName", "commands", "photos", "unsorted", "saidAt"])
    .where(visible(tx, "visitHoldings"))
    .where(
      "visitId",
      "in",
      visits.map((visit) => visit.id),
    )
    .where("deviceId", "!=", said.deviceId)
    .orderBy("saidAt", "desc")
    .execute();
}

async function ownVisitsAmong(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom("visits")
    .select(["id", "expertName"])
    .where(visible(tx, "visits"))
    .where("expertMembershipId", "=", tx.actor.id)
    .where("id", "in", [...ids])
    .execute();
}
