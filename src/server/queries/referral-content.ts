// What a referral package holds, read through the actor's own walls; undefined before the office has decided to refer.

import { dayOf } from "#domain/calendar/local-date.ts";
import { findCommand } from "#domain/commands.ts";
import { type ReferralPackage, referralPackageOf } from "#domain/documents/referral-package.ts";
import { groundLabels } from "#domain/enforcement/labels.ts";
import { packagedStates } from "#domain/enforcement/statuses.ts";
import type { Library } from "#domain/law/library.ts";
import type { HazardActs, Hazards, Referrals } from "#domain/rows.generated.ts";
import { hazardFactsOf, registryWordsOf, visitFactsOf } from "#domain/visit/form-facts.ts";
import { rowsOfHazard } from "#domain/visit/hazard-parts.ts";
import { namesNow } from "#domain/visit/names-as-signed.ts";
import type { Transaction } from "../db/transaction.ts";
import type { PackageContent } from "../documents/referral-zip.ts";
import { readActs } from "./hazard-hangings.ts";
import { type FoundReport, findReportRows } from "./report-rows.ts";
import { visible } from "./visibility.ts";

/** Who takes it is settled outside this system; the package names the office it is meant for. */
const RECEIVER = "负责该事项的综合行政执法（应急管理）机构";

/** The subdistrict's own, for an item that was delegated to it; the words of the item and its basis stand behind it. */
const OWN_RECEIVER = "本街道综合行政执法队伍";

export async function findReferralContent(
  tx: Transaction,
  referralId: string,
  library: Library,
): Promise<PackageContent | undefined> {
  const { db } = tx;
  const referral = await db
    .selectFrom("referrals")
    .selectAll()
    .where(visible(tx, "referrals"))
    .where("id", "=", referralId)
    .where("state", "in", packagedStates)
    .executeTakeFirst();
  if (!referral) return undefined;
  const hazard = await db
    .selectFrom("hazards")
    .selectAll()
    .where(visible(tx, "hazards"))
    .where("id", "=", referral.hazardId)
    .executeTakeFirst();
  const found = hazard && (await findReportRows(tx, hazard));
  if (!hazard || !found) return undefined;
  const photos = await db
    .selectFrom("photoSlots")
    .selectAll()
    .where(visible(tx, "photoSlots"))
    .where("hazardId", "=", hazard.id)
    .orderBy("takenAt")
    .orderBy("id")
    .execute();
  const documents = found.rows.documents.filter((row) => row.state === "issued");
  const facts = { referral, hazard, found, photos, acts: await readActs(tx, hazard.id), library };
  return {
    tenantId: tx.tenantId,
    subdistrict: found.rows.tenant?.name ?? "",
    referralId,
    hazardNumber: hazard.number,
    data: packageOf(facts),
    photos,
    documents,
    ...(await beside(tx, hazard.enterpriseId)),
  };
}

interface Facts {
  readonly referral: Referrals;
  readonly hazard: Hazards;
  readonly found: FoundReport;
  readonly photos: PackageContent["photos"];
  readonly acts: readonly HazardActs[];
  readonly library: Library;
}

function packageOf({ referral, hazard, found, photos, acts, library }: Facts): ReferralPackage {
  const { rows } = found;
  const own = hazardFactsOf(rowsOfHazard(hazard, rows.citations, photos), null);
  const apart = rows.citations.filter((row) => row.hazardId === hazard.id && row.nature === "penalty");
  const isApart = (one: { readonly title: string; readonly article: string }) =>
    apart.some((row) => row.title === one.title && row.article === one.article);
  return referralPackageOf({
    number: `${hazard.number}-移送`,
    visit: visitFactsOf(rows, registryWordsOf(rows), namesNow(rows, library)),
    receiver: referral.delegatedWords ? `${OWN_RECEIVER}，赋权事项：${referral.delegatedWords}` : RECEIVER,
    referredOn: dayOf(referral.decidedAt ?? referral.proposedAt),
    decidedBy: referral.decidedByName ?? "",
    ground: referral.ground,
    facts: factsOf(referral),
    hazards: [{ ...own, citations: own.citations.filter((one) => !isApart(one)) }],
    penalties: apart,
    serviceLog: acts.map((act) => ({
      at: act.occurredAt,
      act: findCommand(act.command)?.label.zh ?? act.command,
      person: act.actorName,
    })),
    attachments: rows.documents.flatMap(({ number, pdfSha256, state }) =>
      pdfSha256 && state === "issued" ? [{ name: number, number, sha256: pdfSha256 }] : [],
    ),
  });
}

function factsOf(referral: Referrals): string {
  const refusal = referral.refusedBy ? `${referral.refusedBy}表示：“${referral.refusedWords ?? ""}”。` : "";
  return `情形：${groundLabels[referral.ground].zh}。${refusal}提请理由：${referral.reason}。移送理由：${referral.decisionReason ?? ""}`;
}

/** The visits to the enterprise and the supervisions of it, oldest first, without anyone's place or device. */
async function beside(tx: Transaction, enterpriseId: string) {
  const visits = await tx.db
    .selectFrom("visits")
    .select(["taskCode", "kind", "status", "inspectedOn", "arrivedAt", "departedAt", "expertName", "accompaniedName"])
    .where(visible(tx, "visits"))
    .where("enterpriseId", "=", enterpriseId)
    .orderBy("arrivedAt")
    .execute();
  const supervisions = await tx.db
    .selectFrom("supervisions")
    .select(["means", "note", "byName", "occurredAt"])
    .where(visible(tx, "supervisions"))
    .where("enterpriseId", "=", enterpriseId)
    .orderBy("occurredAt")
    .execute();
  return { visits, supervisions };
}
