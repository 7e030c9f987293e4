// A site's tags: those the checklist knows choose its items; others are only shown.
import { SITE_TAG_LABELS, SITE_TAGS, type SiteTag } from "#domain/inspection/checklist-tags.ts";
import { readTags } from "#domain/organization/tags.ts";

/** Tags of the checklist, given by code or by word. */
export function checklistTags(stored: string): readonly SiteTag[] {
  const words = readTags(stored);
  return SITE_TAGS.filter((tag) => words.includes(tag) || words.includes(SITE_TAG_LABELS[tag].zh));
}

/** All tags in words. */
export function tagLabel(stored: string): readonly string[] {
  return readTags(stored).map(wordOf);
}

function wordOf(word: string): string {
  const tag = SITE_TAGS.find((one) => one === word);
  return tag ? SITE_TAG_LABELS[tag].zh : word;
}
