// Photos travel on their own, after the visit, when the phone has signal.
import type { Person } from "./person.ts";
import type { TakenPhoto } from "./photo-pool.ts";
import type { World } from "./world.ts";

const AT_ONCE = 4;

/** Sends the photos this evening. */
export function uploadLater(world: World, person: Person, photos: readonly TakenPhoto[]): void {
  if (photos.length) world.agenda.on(world.today(), "evening", () => upload(person, photos));
}

export async function upload(person: Person, photos: readonly TakenPhoto[]): Promise<void> {
  const next = photos.values();
  const send = async () => {
    for (const photo of next) await person.putPhoto(photo.sha256, photo.bytes);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
}
