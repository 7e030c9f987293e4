// 隐患主要在哪里: the two families and their categories as bars, or as a table.
import { useState } from "react";
import { Link } from "react-router";
import type { Category, Overview } from "#api/overview.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Sep } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FigureLink } from "../../figures/figure-link.tsx";
import { rowsAddress } from "../../figures/rows-address.ts";
import { count, percent } from "../../words/number-words.ts";

const families = ["records", "onSite"] as const;
const BARS = 6;

export function WhereCard({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const [asTable, setAsTable] = useState(false);
  const { byFamily, byCategory, found } = overview.hazards;
  const present = families.filter((family) => byCategory.some((one) => one.family === family));
  return (
    <section className="card" aria-labelledby="where">
      <div className="card__head">
        <h2 id="where">{say("隐患主要在哪里", "Where hazards lie")}</h2>
        <span className="muted">{say(`本年${count(found.count)}条`, `${count(found.count)} this year`)}</span>
        {found.count > 0 ? (
          <button type="button" className="linklike" onClick={() => setAsTable(!asTable)}>
            {asTable ? say("换成图", "As bars") : say("换成表格", "As a table")}
          </button>
        ) : null}
      </div>
      {found.count === 0 ? (
        <EmptyState title={say("本年还没有查出隐患", "None found this year")}>
          {say("检查做了以后，这里按类别排。", "")}
        </EmptyState>
      ) : (
        <div className="card__body">
          {asTable ? (
            <CategoryTable categories={byCategory} />
          ) : (
            <>
              <FamilySplit byFamily={byFamily} total={found.count} />
              <div className={present.length > 1 ? "families" : "families families--one"}>
                {present.map((family) => (
                  <FamilyBars key={family} family={family} all={byCategory} />
                ))}
              </div>
            </>
          )}
        </div>
      )}
    </section>
  );
}

interface FamilySplitProps {
  readonly byFamily: Overview["hazards"]["byFamily"];
  readonly total: number;
}

function FamilySplit({ byFamily, total }: FamilySplitProps) {
  const word = useWord();
  const shown = byFamily.filter(({ found }) => found.count > 0);
  return (
    <div className="split">
      {shown.map(({ family, found }) => {
        const share = found.count / total;
        return (
          <Link key={family} className={`split--${family}`} to={rowsAddress(found.rows)} style={{ flexGrow: share }}>
            {word(FAMILY_LABELS[family])} {count(found.count)}
            <Sep />
            {percent(share)}
          </Link>
        );
      })}
    </div>
  );
}

interface FamilyBarsProps {
  readonly family: Category["family"];
  readonly all: readonly Category[];
}

/** The largest first; the rest opens below, so that every figure has its rows. */
function FamilyBars({ family, all }: FamilyBarsProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const own = all.filter((one) => one.family === family);
  const most = Math.max(1, ...all.map((one) => one.found.count));
  const shown = open || own.length <= BARS ? own : own.slice(0, BARS - 1);
  const rest = own.slice(shown.length);
  const restCount = rest.reduce((total, one) => total + one.found.count, 0);
  const bar = family === "records" ? "hbars__bar" : "hbars__bar hbars__bar--b";
  return (
    <ul className="hbars">
      {shown.map(({ category, found }) => (
        <li key={category}>
          <span className="hbars__name" title={category}>
            {category}
          </span>
          <span className={bar} style={{ width: `${(found.count / most) * 100}%` }} aria-hidden="true" />
          <span className="num">
            <FigureLink figure={found} label={category} />
          </span>
        </li>
      ))}
      {rest.length > 0 ? (
        <li>
          <button type="button" className="linklike hbars__name" onClick={() => setOpen(true)}>
            {say(`其余${rest.length}类`, `${rest.length} more`)}
          </button>
          <span className={bar} style={{ width: `${Math.min(1, restCount / most) * 100}%` }} aria-hidden="true" />
          <span className="num">{count(restCount)}</span>
        </li>
      ) : null}
    </ul>
  );
}

function CategoryTable({ categories }: { readonly categories: readonly Category[] }) {
  const say = useSay();
  const word = useWord();
  return (
    <table className="table table--tight table--flush">
      <thead>
        <tr>
          <th scope="col">{say("大类", "Family")}</th>
          <th scope="col">{say("类别", "Category")}</th>
          <th scope="col" className="num">
            {say("条", "Hazards")}
          </th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ family, category, found }) => (
          <tr key={`${family} ${category}`}>
            <td>{word(FAMILY_LABELS[family])}</td>
            <td>{category}</td>
            <td className="num">
              <FigureLink figure={found} label={category} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
