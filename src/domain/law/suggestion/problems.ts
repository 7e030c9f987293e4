// Refusals about what the suggestions learned.
import type { Label } from "../../kernel/label.ts";

export const suggestionProblems = {
  "lesson.set_aside": {
    zh: "这条所学已由{name}停下，没有再改。要重新采用，请点“重新采用”。",
    en: "{name} has set this lesson aside already.",
  },
  "lesson.in_use": {
    zh: "这条所学本来就在采用，没有改。请刷新看看现在的样子。",
    en: "This lesson is in use; nothing was changed.",
  },
} as const satisfies Record<string, Label>;
