// Imported texts that nobody compared with the published ones yet.
import { Link } from "react-router";
import type { z } from "zod";
import type { listUnverified } from "#api/law-library.ts";
import { useSay } from "../../appearance/language.ts";
import { instrumentPath } from "./law-words.ts";
import { Mark } from "./mark.tsx";

type Texts = z.output<typeof listUnverified.response>["texts"];

export function UncheckedTexts({ texts }: { readonly texts: Texts }) {
  const say = useSay();
  if (texts.length === 0) return null;
  return (
    <section className="card" aria-label={say("待核的条文", "Unchecked texts")}>
      <div className="card__head">
        <h2>{say(`导入后没有核对的条文${texts.length}部`, `${texts.length} unchecked texts`)}</h2>
      </div>
      <ul className="card__body law-list">
        {texts.map((text) => (
          <li key={`${text.instrumentId} ${text.version}`}>
            <Link to={instrumentPath(text.instrumentId)}>《{text.title}》</Link>
            <span className="soft">
              {text.docNumber}，{say(`${text.articleCount}条`, `${text.articleCount} articles`)}
            </span>
            {text.doubts.includes("statute.perhaps_cut") ? (
              <Mark tone="soon" icon="alert">
                {say("条文可能不全", "Perhaps cut short")}
              </Mark>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
