// The role a reference plays under a catalogue item, read off its place in the item and the nature of its clause.
import type { ArticleRow, CitationRole, InstrumentKind, Nature } from "./library-rows.ts";

/** A clause under the topic 罚则 is a penalty; a clause of a standard is a standard; every other lays down a duty. */
export function natureOf(topic: string, kind: InstrumentKind): Nature {
  if (topic === "罚则") return "penalty";
  return kind === "standard" ? "standard" : "duty";
}

/**
 * The roles of an item's named references, in their order. The first duty is the direct basis. A later duty applies
 * where its own conditions are met, which a person judges. Penalties are listed for what follows, so conditional too.
 */
export function rolesOf(natures: readonly ArticleRow["nature"][]): readonly CitationRole[] {
  const direct = natures.indexOf("duty");
  return natures.map((nature, index) => {
    if (nature === "standard") return "standard";
    return index === direct ? "direct" : "conditional";
  });
}
