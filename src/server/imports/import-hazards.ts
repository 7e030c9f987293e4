// Hazards already on paper into the register, a command a row: what a row is about is found by credit code or name, a row that
// was taken before is left alone, and each refusal is said with its row.

import { dayOf } from "#domain/calendar/local-date.ts";
import { faultOfPaper, importedHazardId } from "#domain/hazard/import-hazard.ts";
import type { PaperHazard, RefusedRow } from "#domain/hazard/paper-list.ts";
import { cleanText } from "#domain/kernel/text.ts";
import { indexEnterprises, matchEnterprise, underOneRoof } from "#domain/organization/enterprise-name-key.ts";
import { problemText } from "#domain/problems.ts";
import type { Enterprises, Sites } from "#domain/rows.generated.ts";
import type { PhotoArgs } from "#domain/visit/photo-slot.ts";
import { asActor } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import { ChainRefused, type ChainSender, sendInChain } from "./command-chain.ts";

export interface HazardImportSummary {
  readonly accepted: number;
  /** Taken by an earlier import; nothing was changed. */
  readonly known: number;
  readonly refused: readonly RefusedRow[];
  readonly warnings: readonly RefusedRow[];
}

/** The photos of a row as slots, once its hazard's id is known; and what fills them when the row was taken. */
export interface RowPhotos {
  readonly slots: readonly PhotoArgs[];
  readonly missing: readonly string[];
  readonly fill: () => Promise<void>;
}

export interface HazardImport {
  readonly services: Services;
  readonly sender: ChainSender;
  readonly fileName: string;
  readonly hazards: readonly PaperHazard[];
  readonly refused: readonly RefusedRow[];
  readonly photosOf: (hazard: PaperHazard, hazardId: string) => Promise<RowPhotos>;
  readonly dryRun: boolean;
  /** Told of each row that was, or in a dry run would be, taken. */
  readonly onTaken?: (hazard: PaperHazard) => void;
  /** Told after each row; what it throws ends the import. */
  readonly advance?: (rows: number) => Promise<void>;
}

export async function importHazards(given: HazardImport): Promise<HazardImportSummary> {
  const ground = await readGround(given);
  const refused = [...given.refused];
  const warnings: RefusedRow[] = [];
  let accepted = 0;
  let known = 0;
  for (const [index, hazard] of given.hazards.entries()) {
    const outcome = await importRow(given, ground, hazard);
    if (outcome === "known") known += 1;
    else if ("reason" in outcome) refused.push(outcome);
    else {
      accepted += 1;
      given.onTaken?.(hazard);
      warnings.push(...outcome.missing.map((name) => photoMissing(hazard.row, name)));
    }
    await given.advance?.(index + 1);
  }
  return { accepted, known, refused: refused.toSorted((a, b) => a.row - b.row), warnings };
}

const photoMissing = (row: number, name: string): RefusedRow => ({
  ...{ row, field: "照片" },
  reason: `没有找到能读的照片“${name}”，这条先不带照片`,
});

interface Ground {
  readonly index: ReturnType<typeof indexEnterprises<Enterprises>>;
  readonly siteOf: ReadonlyMap<string, Sites>;
  readonly hazardIds: Set<string>;
}

function readGround({ services, sender }: HazardImport): Promise<Ground> {
  return asActor(
    services.database,
    sender.tenantId,
    sender.actor,
    async (tx) => {
      const enterprises = await tx.db.selectFrom("enterprises").selectAll().where(visible(tx, "enterprises")).execute();
      const sites = await tx.db
        .selectFrom("sites")
        .selectAll()
        .where(visible(tx, "sites"))
        .orderBy("id", "desc")
        .execute();
      const hazards = await tx.db
        .selectFrom("hazards")
        .select("id")
        .where(visible(tx, "hazards"))
        .where("importedFrom", "is not", null)
        .execute();
      return {
        index: indexEnterprises(underOneRoof(enterprises)),
        siteOf: new Map(sites.map((site) => [site.enterpriseId, site])),
        hazardIds: new Set(hazards.map((row) => row.id)),
      };
    },
    { readOnly: true },
  );
}

async function importRow(
  given: HazardImport,
  ground: Ground,
  hazard: PaperHazard,
): Promise<"known" | RefusedRow | Pick<RowPhotos, "missing">> {
  const refuse = (field: string, reason: string): RefusedRow => ({ row: hazard.row, field, reason });
  const match = matchEnterprise({ name: hazard.enterprise, creditCode: hazard.creditCode }, ground.index);
  if (match.kind === "new") return refuse("企业", `登记里没有“${hazard.enterprise}”，请先导入企业`);
  if (match.kind === "ambiguous") return refuse("企业", `有几家都叫“${hazard.enterprise}”，请写上信用代码`);
  const site = ground.siteOf.get(match.enterprise.id);
  if (!site) return refuse("企业", `“${hazard.enterprise}”没有登记场所，请先补上`);
  const { row, enterprise: _, creditCode: __, photos: names, ...rest } = hazard;
  const about = { ...rest, place: cleanText(rest.place), description: cleanText(rest.description) };
  const args = { ...about, siteId: site.id, enterpriseId: match.enterprise.id };
  const hazardId = importedHazardId(args);
  if (ground.hazardIds.has(hazardId)) return "known";
  const fault = faultOfPaper(args, { enterprise: match.enterprise, site }, dayOf(given.services.clock.now()));
  if (fault) return refuse("整行", problemText(fault.problem));
  if (given.dryRun) {
    // The same line twice in one list is one hazard.
    ground.hazardIds.add(hazardId);
    return { missing: names.length > 0 ? (await given.photosOf(hazard, hazardId)).missing : [] };
  }
  const photos = names.length > 0 ? await given.photosOf(hazard, hazardId) : undefined;
  try {
    const importedFrom = `${given.fileName.slice(0, 160)} 第${row}行`;
    await sendInChain(given.services.writePath, given.sender, "hazard.import", {
      ...{ ...args, photos: photos?.slots ?? [], importedFrom },
    });
  } catch (error) {
    if (error instanceof ChainRefused) return refuse("整行", error.message);
    throw error;
  }
  ground.hazardIds.add(hazardId);
  await photos?.fill();
  return { missing: photos?.missing ?? [] };
}
