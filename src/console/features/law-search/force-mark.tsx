import type { VersionForce } from "#api/law-search.ts";
import type { Label } from "#domain/kernel/label.ts";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { useWord } from "../../appearance/language.ts";

const LOOK: Readonly<Record<VersionForce, { readonly tone: string; readonly icon: IconName; readonly word: Label }>> = {
  inForce: { tone: "ok", icon: "done", word: { zh: "今天有效", en: "In force" } },
  notYet: { tone: "soon", icon: "clock", word: { zh: "还没施行", en: "Not yet" } },
  ended: { tone: "late", icon: "alert", word: { zh: "不再有效", en: "Ended" } },
  dateUnknown: { tone: "soon", icon: "ask", word: { zh: "施行日待补", en: "Date unknown" } },
};

/** Whether a version holds today: drawing, word and colour together. */
export function ForceMark({ force }: { readonly force: VersionForce }) {
  const word = useWord();
  const look = LOOK[force];
  return (
    <span className={`due due--${look.tone}`}>
      <Icon name={look.icon} />
      {word(look.word)}
    </span>
  );
}
