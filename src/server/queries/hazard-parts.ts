// The rows that hang on hazards someone may already see, for the portal's pages. Which hazards these are is decided
// before: by the link's reach, or by `visible`. Row security bounds enterprise and community once more.
import type { Row } from "#domain/kernel/entities.ts";
import type { Transaction } from "../db/transaction.ts";

export type Slot = Row<"photoSlots">;

/** The first photo of each finding. */
export async function firstPhotos({ db }: Transaction, hazardIds: readonly string[]): Promise<Map<string, Slot>> {
  if (hazardIds.length === 0) return new Map();
  const slots = await db
    .selectFrom("photoSlots")
    .selectAll()
    .distinctOn("hazardId")
    .where("hazardId", "in", hazardIds)
    .where("purpose", "=", "hazard")
    .orderBy("hazardId")
    .orderBy("takenAt")
    .orderBy("id")
    .execute();
  return new Map(slots.flatMap((slot) => (slot.hazardId ? [[slot.hazardId, slot] as const] : [])));
}

export async function partsOfHazard({ db }: Transaction, hazard: Row<"hazards">) {
  const of = hazard.id;
  const photos = await db
    .selectFrom("photoSlots")
    .selectAll()
    .where("hazardId", "=", of)
    .orderBy("takenAt")
    .orderBy("id")
    .execute();
  const citations = await db
    .selectFrom("hazardCitations")
    .selectAll()
    .where("hazardId", "=", of)
    .orderBy("position")
    .execute();
  const acts = await db
    .selectFrom("hazardActs")
    .selectAll()
    .where("hazardId", "=", of)
    .orderBy("receivedAt")
    .orderBy("id")
    .execute();
  const extensions = await db
    .selectFrom("extensions")
    .selectAll()
    .where("hazardId", "=", of)
    .orderBy("askedAt")
    .execute();
  const plans = await db
    .selectFrom("treatmentPlans")
    .selectAll()
    .where("hazardId", "=", of)
    .orderBy("enteredAt", "desc")
    .execute();
  return { hazard, photos, citations, acts, extensions, plans };
}

/** The slot, if it hangs on one of these hazards. */
export function slotOfHazards(
  { db }: Transaction,
  slotId: string,
  hazardIds: readonly string[],
): Promise<Slot | undefined> {
  if (hazardIds.length === 0) return Promise.resolve(undefined);
  return db
    .selectFrom("photoSlots")
    .selectAll()
    .where("id", "=", slotId)
    .where("hazardId", "in", hazardIds)
    .executeTakeFirst();
}

/** Names that stand on the pages of an enterprise. */
export async function namesAround(
  { db }: Transaction,
  around: { enterpriseId: string; agencyId: string | null; communityId: string | null },
) {
  const enterprise = await db
    .selectFrom("enterprises")
    .select("name")
    .where("id", "=", around.enterpriseId)
    .executeTakeFirst();
  const agency = around.agencyId
    ? await db
        .selectFrom("agencyEngagements")
        .select("agencyName")
        .where("agencyId", "=", around.agencyId)
        .executeTakeFirst()
    : undefined;
  const community = around.communityId
    ? await db.selectFrom("communities").select("name").where("id", "=", around.communityId).executeTakeFirst()
    : undefined;
  return {
    enterprise: enterprise?.name ?? "",
    agency: agency?.agencyName ?? "检查机构",
    community: community?.name ?? null,
  };
}

const SHOWN_DOCUMENTS = 20;

/** Issued papers the enterprise may read: of one visit, or its newest. */
export function papersFor({ db }: Transaction, of: { visitId: string } | { enterpriseId: string }) {
  const papers = db
    .selectFrom("documents")
    .selectAll()
    .where("state", "=", "issued")
    .where("kind", "in", ["onSiteRecord", "inspectionReport"]);
  const own =
    "visitId" in of ? papers.where("visitId", "=", of.visitId) : papers.where("enterpriseId", "=", of.enterpriseId);
  return own.orderBy("draftedAt", "desc").limit(SHOWN_DOCUMENTS).execute();
}

/** When a command of this id was first sent by the same person; a second tap then sends the very same bytes. */
export async function firstSentAt(
  { db }: Transaction,
  commandId: string,
  accountKey: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("commandOutcomes")
    .select("occurredAt")
    .where("commandId", "=", commandId)
    .where("accountKey", "=", accountKey)
    .executeTakeFirst();
  return row?.occurredAt;
}
