import { Link } from "react-router";
import type { CatalogueItemAnswer } from "#api/catalogue.ts";
import { CITATION_ROLE_LABELS, CLAUSE_STATE_LABELS, UNVERIFIED_LABEL } from "#domain/law/labels.ts";
import { articleLabel, articleOf } from "#domain/law/statute/statute.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";

/** The clauses as they stand today; each opens where it can be read. */
export function ItemClauses({ item }: { readonly item: CatalogueItemAnswer }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-label={say("今天的依据", "Basis today")}>
      <div className="card__head">
        <h2>{say("今天的依据", "Basis today")}</h2>
      </div>
      <div className="card__body">
        <ul className="catalogue-list">
          {item.clauses.map((clause) => (
            <li key={`${clause.instrumentId} ${clause.article} ${clause.role}`}>
              <Link
                to={`/law-search/${encodeURIComponent(clause.instrumentId)}?article=${encodeURIComponent(articleOf(clause.article))}`}
              >
                {`《${clause.title}》${articleLabel(clause.article)}`}
              </Link>
              <span className="catalogue-marks">
                <span className="tag">{word(CITATION_ROLE_LABELS[clause.role])}</span>
                <span className={`due due--${clause.state === "inForce" ? "ok" : "late"}`}>
                  <Icon name={clause.state === "inForce" ? "done" : "alert"} />
                  {word(CLAUSE_STATE_LABELS[clause.state])}
                </span>
                {clause.verified ? null : (
                  <span className="due due--soon">
                    <Icon name="ask" />
                    {word(UNVERIFIED_LABEL)}
                  </span>
                )}
              </span>
              <p>{clause.summary}</p>
            </li>
          ))}
        </ul>
        <p className="soft">
          {say(`未销号的隐患用到它${item.openHazards}条。`, `${item.openHazards} open hazards use it.`)}
        </p>
      </div>
    </section>
  );
}
