// What a subdistrict may do with an item: word it otherwise, switch it off or on, go back to the shared words.
import { useState } from "react";
import type { CatalogueItemAnswer } from "#api/catalogue.ts";
import { clausesBesides } from "#domain/law/catalogue/clause-lines.ts";
import { useSay } from "../../appearance/language.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { WordsDrawer } from "./words-drawer.tsx";

export function LayerActs({ item }: { readonly item: CatalogueItemAnswer }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const [wording, setWording] = useState(false);
  const words = wordsThatDiffer(item);
  const toggle = () =>
    send(
      { name: "catalogue.override", args: { code: item.code, words, off: !item.off } },
      item.off ? say("已重新启用", "Switched on") : say("已停用，检查表里不再问", "Switched off"),
    );
  return (
    <>
      {item.layer === "own" ? null : (
        <button type="button" className="btn btn--primary" onClick={() => setWording(true)}>
          {say("改成本街道的说法", "Word it otherwise here")}
        </button>
      )}
      <button type="button" className="btn" disabled={sending} onClick={() => void toggle()}>
        {item.off ? say("重新启用", "Switch on") : say("停用", "Switch off")}
      </button>
      {item.layer === "changed" ? (
        <button
          type="button"
          className="btn"
          disabled={sending}
          onClick={() =>
            void send(
              { name: "catalogue.clearOverride", args: { code: item.code } },
              say("已恢复共用的", "Shared again"),
            )
          }
        >
          {say("恢复共用的", "Go back to the shared item")}
        </button>
      ) : null}
      {wording ? <WordsDrawer item={item} onClose={() => setWording(false)} /> : null}
    </>
  );
}

/** The subdistrict's own words and clauses, so that switching off does not lose them. */
function wordsThatDiffer({ content, shared, layer }: CatalogueItemAnswer) {
  if (layer !== "changed" || !shared) return null;
  const differs = (["item", "typicalHazard", "advice", "standard"] as const).filter(
    (key) => content[key] !== shared[key],
  );
  const words = Object.fromEntries(differs.map((key) => [key, content[key]]));
  return { ...words, moreClauses: clausesBesides(content, shared) };
}
