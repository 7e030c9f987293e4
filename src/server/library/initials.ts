// Initials of Chinese names as people type them to find something: 安全生产法 → aqscf. Each name is spelt once.
import { pinyin } from "pinyin-pro";

const MOST_KEPT = 20_000;
const kept = new Map<string, string>();

/** Lower-case initials of every character; letters and digits stay, the rest is left out. */
export function initialsOf(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const spelt = pinyin(name.normalize("NFKC"), {
    pattern: "first",
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
  });
  const initials = spelt
    .join("")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, initials);
  return initials;
}
