// What an item stands on, as a person reads it.
import type { Basis } from "#domain/law/citations.ts";
import type { IconName } from "#ui/icon-names.ts";

interface BasisWords {
  readonly text: string;
  readonly tone: "ok" | "soon" | "late";
  readonly icon: IconName;
}

export function basisWords(basis: Basis, say: (zh: string, en: string) => string): BasisWords {
  switch (basis) {
    case "direct":
      return { text: say("有直接依据", "Direct basis"), tone: "ok", icon: "done" };
    case "standard":
      return { text: say("有具体标准", "A standard"), tone: "ok", icon: "done" };
    case "conditional":
      return { text: say("看条件", "On conditions"), tone: "soon", icon: "ask" };
    case "fallbackOnly":
      return { text: say("只有兜底", "Fallback only"), tone: "soon", icon: "ask" };
    case "none":
      return { text: say("没有依据", "No basis"), tone: "late", icon: "alert" };
  }
}
