// What the simulated expert does: the commands of his visits, each hazard with a photo of its own.
import { createHash, hash } from "node:crypto";
import type { PlannedVisit } from "./world.ts";

const ITEMS = ["XC-05-05", "XC-06-01", "JC-06-01", "XC-02-02", "JC-04-01", "XC-05-01", "XC-03-01", "JC-09-01"];
const ORIGINAL_EVERY = 6;

/** A 16 × 16 picture, the smallest a phone could send; a comment makes the bytes of each photo its own. */
const PICTURE = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAQABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APf6/9k=",
  "base64",
);

export interface Act {
  readonly name: string;
  readonly visitId: string;
  readonly args: Record<string, unknown>;
  readonly photos: readonly PhotoOfAct[];
  /** Part of the exact text by which the act is found again on the phone. */
  readonly mark: string;
}

export interface PhotoOfAct {
  readonly slotId: string;
  readonly sha256: string;
  readonly kind: "working" | "original";
  readonly blob: Blob;
  readonly takenAt: string;
}

/** The acts of one visit in their order; ids are the day's own and the same in every replay. */
export class VisitActs {
  readonly visitId: string;
  readonly #planned: PlannedVisit;
  readonly #idOf: (label: string) => string;
  #hazards = 0;
  #arrivedAt = "";

  constructor(seed: string, planned: PlannedVisit) {
    this.#planned = planned;
    this.#idOf = (label) => idFrom(`${seed} ${planned.taskCode} ${label}`);
    this.visitId = this.#idOf("visit");
  }

  get hazards(): number {
    return this.#hazards;
  }

  arrival(at: string): Act[] {
    const { siteId, taskId, taskCode } = this.#planned;
    this.#arrivedAt = at;
    const start = { siteId, taskIds: [taskId], taskCode, kind: "inspection", arrived: { at } };
    return [
      this.#act("visit.start", start),
      this.#act("visit.accompany", { by: "officer", name: "陆科员（演示）" }),
      this.#act("finding.record", { findings: [{ itemCode: "XC-06-02", result: "conform" }] }),
    ];
  }

  hazard(at: string): Act {
    this.#hazards += 1;
    const sequence = this.#hazards;
    const working = this.#photo(`photo ${sequence}`, "working", at);
    const original = sequence % ORIGINAL_EVERY === 0 ? [this.#photo(`photo ${sequence}`, "original", at)] : [];
    const slot = {
      ...{ slotId: working.slotId, sha256: working.sha256, originalSha256: original[0]?.sha256 ?? null },
      ...{ bytes: working.blob.size, takenAt: at, source: "camera" },
    };
    const args = {
      ...{ hazardId: this.#idOf(`hazard ${sequence}`), sequence, itemCode: ITEMS[sequence % ITEMS.length] },
      ...{ place: `${sequence}号车间`, description: "通道堆放纸箱", advice: "清出通道并划线", standard: "通道畅通" },
      ...{ severity: "general", photos: [slot] },
    };
    return this.#act("hazard.record", args, [working, ...original]);
  }

  /** As the phone's form: nobody leaves before he came, whatever the clock was put back to. */
  departure(at: string): Act {
    const departedAt = at > this.#arrivedAt ? at : this.#arrivedAt;
    return this.#act("visit.finish", { departedAt, enterprisePerson: { name: "何先生（演示）", role: "负责人" } });
  }

  #act(name: string, args: object, photos: readonly PhotoOfAct[] = []): Act {
    const whole = { visitId: this.visitId, ...args };
    return { name, visitId: this.visitId, args: whole, photos, mark: JSON.stringify(whole) };
  }

  #photo(label: string, kind: "working" | "original", takenAt: string): PhotoOfAct {
    const bytes = picture(`${this.visitId} ${label} ${kind}`);
    const blob = new Blob([bytes], { type: "image/jpeg" });
    return { slotId: this.#idOf(label), sha256: hash("sha256", bytes), kind, blob, takenAt };
  }
}

function picture(comment: string): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(comment);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  const parts = [PICTURE.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, text, PICTURE.subarray(2)];
  return new Uint8Array(Buffer.concat(parts));
}

function idFrom(label: string): string {
  const hex = createHash("sha256").update(label).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
