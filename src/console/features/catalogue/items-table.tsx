// The rows of the catalogue.
import { Link } from "react-router";
import type { CatalogueLine } from "#api/catalogue.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { basisWords } from "./basis-words.ts";

export function ItemsTable({ rows }: { readonly rows: readonly CatalogueLine[] }) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("检查内容", "What is checked")}</th>
            <th scope="col">{say("典型隐患", "Typical finding")}</th>
            <th scope="col">{say("今天的依据", "Basis today")}</th>
            <th scope="col">{say("本地", "Here")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: CatalogueLine }) {
  const say = useSay();
  const basis = basisWords(row.basis, say);
  return (
    <tr>
      <td className="cards__main">
        <Link to={`/catalogue/${row.code}`}>
          <b>{row.item}</b>
        </Link>
        <span className="table__sub">
          <Dotted
            parts={[row.code, row.level2, row.severityDefault === "major" && say("列举重大", "listed as major")]}
          />
        </span>
      </td>
      <td>{row.typicalHazard}</td>
      <td className="nowrap">
        <span className={`due due--${basis.tone}`}>
          <Icon name={basis.icon} />
          {basis.text}
        </span>
      </td>
      <td className="nowrap">
        {row.off ? <span className="tag">{say("停用", "Off")}</span> : null}
        {row.layer === "own" ? <span className="tag">{say("自有", "Own")}</span> : null}
        {row.layer === "changed" && !row.off ? <span className="tag">{say("改过", "Changed")}</span> : null}
      </td>
    </tr>
  );
}
