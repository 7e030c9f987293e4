// After a version of a law was released or its end became known: everything it touches as tasks, catalogue items and form
// templates in the platform's space, open hazards in each tenant's. Safe to run twice: a task's id follows from its matter.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { platformTenantId } from "#domain/access/roles.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { InstrumentEntry } from "#domain/law/library.ts";
import type { ReviewToOpen } from "#domain/law/review-commands.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { type LawChange, type Touched, touchedBy } from "#domain/law/touched-by-change.ts";
import { mustIssue, systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";

const JOB = "law.review";
const A_COMMAND = 500;
const TEMPLATES = fileURLToPath(new URL("../../../templates", import.meta.url));

/** `id` is 'instrument version', as the event's subject names it. */
export async function reviewLawChange(services: Services, id: string): Promise<void> {
  const at = id.lastIndexOf(" ");
  const { library } = await services.library();
  const instrument = library.instruments.get(id.slice(0, at));
  const version = instrument?.versions.find((one) => one.version === Number(id.slice(at + 1)));
  if (!instrument || !version) return;
  const change = await changeOf(services, instrument, version.version);
  if (!change) return;
  const law = {
    ...{ instrumentId: instrument.id, title: instrument.title, version: version.version },
    effectiveFrom: version.effectiveFrom,
  };
  const open = (tenantId: string, found: readonly ReviewToOpen[]) => openReviews(services, tenantId, law, found);
  const made = reviewMaker(instrument, id);
  await open(platformTenantId, [
    ...[...library.items.values()].flatMap((item) =>
      item.citations
        .filter((citation) => citation.instrumentId === instrument.id)
        .flatMap((ref) =>
          made("item", item.code, `${item.code} ${item.item}`, ref.article, touchedBy(change, ref, null)),
        ),
    ),
    ...templatesNaming(instrument).flatMap((name) =>
      made("template", name, name, "全文", { change: change.fates === null ? "ended" : "changed", becomes: null }),
    ),
  ]);
  const tenants = await services.database.global
    .selectFrom("tenants")
    .select("id")
    .where("kind", "=", "subdistrict")
    .execute();
  for (const tenant of tenants) {
    const cited = await openCitations(services, tenant.id, instrument.id);
    await open(
      tenant.id,
      cited.flatMap((one) =>
        made("hazard", one.hazardId, `${one.number} ${one.place}`, one.article, touchedBy(change, one, one.foundOn)),
      ),
    );
  }
}

interface ChangedLaw {
  readonly instrumentId: string;
  readonly title: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate | null;
}

/** In commands of a size that may be; those that are there already stay as they are. */
export async function openReviews(
  services: Services,
  tenantId: string,
  law: ChangedLaw,
  found: readonly ReviewToOpen[],
): Promise<void> {
  // An item may cite a clause in two roles; it is one matter all the same.
  const reviews = [...new Map(found.map((review) => [review.id, review])).values()];
  for (let from = 0; from < reviews.length; from += A_COMMAND)
    await mustIssue(services.writePath, JOB, tenantId, "lawReview.open", {
      ...law,
      reviews: reviews.slice(from, from + A_COMMAND),
    });
}

/** Makes the task of one thing touched; `changeId` names the change. */
export function reviewMaker({ id: instrumentId, title }: InstrumentEntry, changeId: string) {
  return (
    subjectKind: ReviewToOpen["subjectKind"],
    subjectId: string,
    subjectName: string,
    article: string,
    touched: Touched | undefined,
  ): ReviewToOpen[] => {
    if (!touched) return [];
    const id = derivedId(`${changeId} ${touched.change}`, `${subjectKind} ${subjectId} ${instrumentId}#${article}`);
    const becomes = touched.becomes === null ? null : articleLabel(touched.becomes);
    const clause = `《${title}》${articleLabel(article)}`;
    return [{ id, subjectKind, subjectId, subjectName, clause, becomes, change: touched.change }];
  };
}

/** What the released version does to the one before it, or that it ended with nothing after it. */
async function changeOf(
  { database }: Services,
  instrument: InstrumentEntry,
  version: number,
): Promise<LawChange | undefined> {
  const at = instrument.versions.findIndex((one) => one.version === version);
  const own = instrument.versions[at];
  const earlier = instrument.versions[at - 1];
  if (own?.effectiveTo && at === instrument.versions.length - 1) return { instrument, from: version, fates: null };
  if (!earlier) return undefined;
  const rows = await database.global
    .selectFrom("articleMoves")
    .select(["fromArticle", "toArticle", "change"])
    .where("instrumentId", "=", instrument.id)
    .where("fromVersion", "=", earlier.version)
    .where("toVersion", "=", version)
    .execute();
  const fates = new Map(rows.map((row) => [row.fromArticle, { change: row.change, to: row.toArticle }]));
  return { instrument, from: earlier.version, fates };
}

/** What open hazards of a tenant cite of an instrument. */
export function openCitations({ database }: Services, tenantId: string, instrumentId: string) {
  return asActor(
    database,
    tenantId,
    systemActor(JOB),
    ({ db }) =>
      db
        .selectFrom("hazardCitations as c")
        .innerJoin("hazards as h", (join) =>
          join.onRef("h.tenantId", "=", "c.tenantId").onRef("h.id", "=", "c.hazardId"),
        )
        .select([
          "c.hazardId",
          "c.instrumentId",
          "c.article",
          "c.version as countedIn",
          "h.number",
          "h.place",
          "h.foundOn",
        ])
        .where("c.tenantId", "=", tenantId)
        .where("c.instrumentId", "=", instrumentId)
        .where("h.status", "not in", ["closed", "voided"])
        .orderBy("h.number")
        .orderBy("c.position")
        .execute(),
    { readOnly: true },
  );
}

/** Official forms whose fixed wording names the law by title or short title. */
function templatesNaming({ id, title }: InstrumentEntry): readonly string[] {
  const forms = readdirSync(TEMPLATES, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.name.endsWith(".typ"),
  );
  return forms
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const wording = readFileSync(file, "utf8");
      return wording.includes(`《${title}》`) || wording.includes(`《${id}》`);
    })
    .map((file) => file.slice(TEMPLATES.length + 1))
    .toSorted();
}
