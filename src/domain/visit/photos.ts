// What becomes of an expected photo: its bytes arrive, or an expert says they never will and the agency's lead confirms it.
import { z } from "zod";
import { type DecidedEvent, type Decision, decided, update } from "../kernel/change.ts";
import { type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { PHOTO_STATE_LABELS, VISIT_COMMAND_LABELS } from "./labels.ts";
import { refuseOrderWords } from "./own-words.ts";
import { mayOnPhoto, photoRow } from "./transitions.ts";

type Slot = Row<"photoSlots">;

const storePhotoArgs = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  which: z.enum(["working", "original"]),
  /** What the picture itself says of its time and device, without place; a cross-check only. */
  exif: optionalText(2000),
});

/** Both copies of a photo arrive on their own; every slot that names the content is filled at once. */
export const storePhoto = defineCommand({
  name: "photo.store",
  label: VISIT_COMMAND_LABELS["photo.store"],
  by: photoRow("photo.store").by,
  args: storePhotoArgs,
  needs: (args) => ({
    slots: many("photoSlots", args.which === "working" ? { sha256: args.sha256 } : { originalSha256: args.sha256 }),
  }),
  decide: (state, args, context) => {
    if (state.slots.length === 0) return refuse("not_found");
    const waiting = state.slots.filter(
      (slot) => (args.which === "working" ? slot.state : slot.originalState) !== "stored",
    );
    if (waiting.length === 0) return refuse("photo.already_stored");
    const events: DecidedEvent[] = waiting.map((slot) => ({
      subject: { type: "photoSlots", id: slot.id },
      changes: [update("photoSlots", slot, storedSet(slot, args, context))],
    }));
    return ok({ events });
  },
});

/** A picture declared lost that turns up after all is a stored one; who had declared it stays in the journal. */
function storedSet(slot: Slot, args: z.output<typeof storePhotoArgs>, context: Context): Partial<Slot> {
  const exif = args.exif ?? slot.exif;
  if (args.which === "original") return { originalState: "stored", exif };
  return {
    state: "stored",
    storedAt: context.receivedAt,
    lostReason: null,
    lostByName: null,
    lostConfirmedByName: null,
    exif,
  };
}

export const declarePhotoLost = defineCommand({
  name: "photo.declareLost",
  label: VISIT_COMMAND_LABELS["photo.declareLost"],
  by: photoRow("photo.declareLost").by,
  args: z.object({ slotId: z.uuid(), reason: text(300) }),
  needs: (args) => ({ slot: one("photoSlots", { id: args.slotId }) }),
  decide: (state, args, context): Result<Decision> => {
    const { slot } = state;
    if (!slot || !isOfAgency(slot, context)) return refuse("not_found");
    if (!mayOnPhoto("photo.declareLost", slot.state)) {
      return refuse("photo.not_expected", { state: PHOTO_STATE_LABELS[slot.state].zh });
    }
    const order = refuseOrderWords(args.reason);
    if (order) return order;
    const set: Partial<Slot> = { state: "declaredLost", lostReason: args.reason, lostByName: context.actor.name };
    return ok(decided("photoSlots", slot.id, [update("photoSlots", slot, set)]));
  },
});

export const confirmPhotoLost = defineCommand({
  name: "photo.confirmLost",
  label: VISIT_COMMAND_LABELS["photo.confirmLost"],
  by: photoRow("photo.confirmLost").by,
  args: z.object({ slotId: z.uuid() }),
  needs: (args) => ({ slot: one("photoSlots", { id: args.slotId }) }),
  decide: (state, _args, context): Result<Decision> => {
    const { slot } = state;
    if (!slot || !isOfAgency(slot, context)) return refuse("not_found");
    if (!mayOnPhoto("photo.confirmLost", slot.state)) {
      return refuse("photo.not_declared_lost", { state: PHOTO_STATE_LABELS[slot.state].zh });
    }
    if (slot.lostConfirmedByName) return refuse("photo.loss_already_confirmed", { name: slot.lostConfirmedByName });
    return ok(
      decided("photoSlots", slot.id, [update("photoSlots", slot, { lostConfirmedByName: context.actor.name })]),
    );
  },
});

function isOfAgency(slot: Slot, { actor }: Context): boolean {
  return actor.scopeId !== null && [slot.agencyId, slot.madeByAgencyId].includes(actor.scopeId);
}
