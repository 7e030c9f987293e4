// The photos a line of paper names, wherever they lie: read, kept, and filled into the slots of the hazard once it was taken.
import { instantAt } from "#domain/calendar/local-date.ts";
import type { PaperHazard } from "#domain/hazard/paper-list.ts";
import { fillSlots, keepBytes, slotsOf, takePhotos } from "../http/portal-photos.ts";
import type { Services } from "../server-parts.ts";
import type { ChainSender } from "./command-chain.ts";
import type { RowPhotos } from "./import-hazards.ts";

interface PhotoGround {
  readonly services: Services;
  readonly sender: ChainSender;
  readonly dryRun: boolean;
}

/** `read` finds a photo's bytes by its name; what cannot be read is named. */
export function paperPhotos(
  { services, sender, dryRun }: PhotoGround,
  read: (name: string) => Promise<Uint8Array | undefined>,
): (hazard: PaperHazard, hazardId: string) => Promise<RowPhotos> {
  const { tenantId } = sender;
  return async (hazard, hazardId) => {
    const found = await Promise.all(hazard.photos.map((name) => takeNamed(name, read)));
    const missing = hazard.photos.filter((_, index) => found[index] === undefined);
    const photos = found.flatMap((photo) => photo ?? []);
    if (!dryRun) await keepBytes(services, tenantId, photos);
    return {
      slots: slotsOf(hazardId, photos, instantAt(hazard.foundOn)),
      missing,
      fill: () => fillSlots(services, sender, photos),
    };
  };
}

async function takeNamed(name: string, read: (name: string) => Promise<Uint8Array | undefined>) {
  const bytes = await read(name);
  if (!bytes) return undefined;
  const taken = await takePhotos([new File([new Uint8Array(bytes)], name)]);
  return taken.ok ? taken.value : undefined;
}
