// A site's tag in words; a tag the office wrote itself is shown as written.
import { SITE_TAG_LABELS } from "#domain/inspection/checklist-tags.ts";
import type { Label } from "#domain/kernel/label.ts";

const labels: ReadonlyMap<string, Label> = new Map(Object.entries(SITE_TAG_LABELS));

export function findTagLabel(tag: string): Label {
  return labels.get(tag) ?? { zh: tag, en: tag };
}
