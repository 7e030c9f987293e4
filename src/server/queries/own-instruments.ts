// The tenant's own instruments as its people read them, with what rests on each.
import type { OwnInstrumentLine } from "#api/own-instruments.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { divisionLine } from "#domain/law/division.ts";
import type { Library } from "#domain/law/library.ts";
import { readOwnInstrument } from "#domain/law/own/own-instrument.ts";
import type { Transaction } from "../db/transaction.ts";
import { ownVersions } from "../library/own-law.ts";
import { readOwnInstruments } from "../library/tenant-layer.ts";
import { visible } from "./visibility.ts";

export async function listOwn(tx: Transaction, library: Library, day: LocalDate): Promise<OwnInstrumentLine[]> {
  const hazards = await openHazardsByInstrument(tx);
  return (await readOwnInstruments(tx)).flatMap((row) => {
    const content = readOwnInstrument(row.content);
    const entry = library.instruments.get(row.id);
    if (!content || !entry?.own) return [];
    const { title, kind, divisionCode, note } = content;
    const forces = new Map(ownVersions(entry, day).map((one) => [one.version, one.force]));
    return {
      ...{ id: row.id, title, kind, divisionCode, note, basedOn: row.version },
      ...{ changedAt: row.changedAt, changedByName: row.changedByName },
      versions: content.versions.map((version, index) => ({
        ...{ ...version, version: index + 1, force: forces.get(index + 1) ?? "dateUnknown" },
      })),
      items: itemsThatCite(library, row.id),
      openHazards: hazards.get(row.id) ?? 0,
    };
  });
}

function itemsThatCite(library: Library, id: string): number {
  return [...library.items.values()].filter(
    (item) => !item.off && item.citations.some((citation) => citation.instrumentId === id),
  ).length;
}

async function openHazardsByInstrument(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .selectFrom("hazardCitations")
    .innerJoin("hazards", (join) =>
      join
        .onRef("hazards.id", "=", "hazardCitations.hazardId")
        .onRef("hazards.tenantId", "=", "hazardCitations.tenantId"),
    )
    .innerJoin("tenantInstruments", (join) =>
      join
        .onRef("tenantInstruments.tenantId", "=", "hazardCitations.tenantId")
        .onRef("tenantInstruments.id", "=", "hazardCitations.instrumentId"),
    )
    .select(["tenantInstruments.id"])
    .select((eb) => eb.fn.count<number>("hazards.id").distinct().as("open"))
    .where(visible(tx, "hazardCitations"))
    .where(visible(tx, "hazards"))
    .where(visible(tx, "tenantInstruments"))
    .where("hazards.status", "not in", ["closed", "voided"])
    .groupBy("tenantInstruments.id")
    .execute();
  return new Map(rows.map(({ id, open }) => [id, open]));
}

/** The places above the tenant and its own, nearest first; the nation's law is the shared library's. */
export async function readPlaces(tx: Transaction) {
  const tenant = await tx.db
    .selectFrom("tenants")
    .select(["divisionCode", "name"])
    .where("id", "=", tx.tenantId)
    .executeTakeFirstOrThrow();
  const line = divisionLine(tenant.divisionCode).filter((code) => code !== "000000");
  const known = await tx.db.selectFrom("divisions").select(["code", "name"]).where("code", "in", line).execute();
  const names = new Map([...known.map(({ code, name }) => [code, name] as const), [tenant.divisionCode, tenant.name]]);
  return line.toReversed().map((code) => ({ code, name: names.get(code) ?? code }));
}
