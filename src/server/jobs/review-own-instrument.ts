// After a tenant's own instrument got a further version or its last day: the open hazards and the items of that tenant that
// cite what changed, as tasks. Safe to run twice: a task's id follows from its matter.
import { layeredLibrary } from "#domain/law/catalogue/layer.ts";
import type { InstrumentEntry, Library } from "#domain/law/library.ts";
import { fatesBetween } from "#domain/law/own/own-instrument.ts";
import { type LawChange, touchedBy } from "#domain/law/touched-by-change.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { readLayer } from "../library/tenant-layer.ts";
import type { Services } from "../server-parts.ts";
import { openCitations, openReviews, reviewMaker } from "./review-law-change.ts";

const JOB = "law.reviewOwn";

/** `id` is the instrument's short title. */
export async function reviewOwnInstrument(services: Services, tenantId: string, id: string): Promise<void> {
  const { library: shared } = await services.library();
  const layer = await asActor(services.database, tenantId, systemActor(JOB), readLayer, { readOnly: true });
  const library = layeredLibrary(shared, layer);
  const instrument = library.instruments.get(id);
  if (!instrument?.own) return;
  const cited = await openCitations(services, tenantId, id);
  for (const { version, change } of changesOf(instrument)) {
    const made = reviewMaker(instrument, `${tenantId} ${id} ${version.version}`);
    const law = { instrumentId: id, title: instrument.title, version: version.version };
    await openReviews(services, tenantId, { ...law, effectiveFrom: version.effectiveFrom }, [
      ...itemsCiting(library, id).flatMap(({ code, item, ref }) =>
        made("item", code, `${code} ${item}`, ref.article, touchedBy(change, ref, null)),
      ),
      ...cited.flatMap((one) =>
        made("hazard", one.hazardId, `${one.number} ${one.place}`, one.article, touchedBy(change, one, one.foundOn)),
      ),
    ]);
  }
}

/** What each version does to the one before it, and the last one's end. */
function changesOf(instrument: InstrumentEntry) {
  return instrument.versions.flatMap((version, index) => {
    const earlier = instrument.versions[index - 1];
    const isLast = index === instrument.versions.length - 1;
    const changes: { readonly version: typeof version; readonly change: LawChange }[] = [];
    if (earlier) {
      const change = { instrument, from: earlier.version, fates: fatesBetween(instrument, earlier, version) };
      changes.push({ version, change });
    }
    if (isLast && version.effectiveTo)
      changes.push({ version, change: { instrument, from: version.version, fates: null } });
    return changes;
  });
}

function itemsCiting(library: Library, id: string) {
  return [...library.items.values()].flatMap(({ code, item, off, citations }) =>
    off ? [] : citations.filter((ref) => ref.instrumentId === id).map((ref) => ({ code, item, ref })),
  );
}
