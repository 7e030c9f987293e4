// The rows of the contracts: parties, days, visits owed and done, prices.
import type { Contract } from "#api/contracts.ts";
import { Bar } from "#ui/bar.tsx";
import { DueChip } from "#ui/due-chip.tsx";
import { Fold } from "#ui/fold.tsx";
import { useSay } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";
import { certificateWords } from "../../words/due-words.ts";
import { count, tenThousands } from "../../words/number-words.ts";

interface ContractsTableProps {
  readonly rows: readonly Contract[];
  readonly day: string;
  /** Undefined for who may not. */
  readonly onRelease: ((contract: Contract) => void) | undefined;
}

export function ContractsTable({ rows, day, onRelease }: ContractsTableProps) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table contracts">
        <thead>
          <tr>
            <th scope="col">{say("合同", "Contract")}</th>
            <th scope="col">{say("起止", "From and to")}</th>
            <th scope="col">{say("检查办了", "Inspections done")}</th>
            <th scope="col" className="num">
              {say("企业", "Enterprises")}
            </th>
            <th scope="col" className="num">
              {say("金额", "Amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} day={day} onRelease={onRelease} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, day, onRelease }: Omit<ContractsTableProps, "rows"> & { readonly row: Contract }) {
  const say = useSay();
  return (
    <tr>
      <td className="cards__main">
        <b>{row.agencyName ?? row.partyB}</b>
        <span className="table__sub">
          {row.number}，{say(`甲方${row.partyA}，乙方${row.partyB}`, `${row.partyA} and ${row.partyB}`)}
        </span>
        <Fold title={say("验收规则", "Acceptance rules")}>
          <p className="contracts__rules">{row.acceptanceRules}</p>
        </Fold>
      </td>
      <td>
        <span className="nowrap">
          {shortDay(row.startsOn, day)}–{shortDay(row.endsOn, day)}
        </span>{" "}
        <DueChip {...certificateWords(row.endsOn, day, say)} />
        <span className="table__sub">{row.schemeName}</span>
      </td>
      <td>
        <span className="nowrap">
          <b>{count(row.visitsDone)}</b> / {say(`${count(row.visitsOwed)}次`, count(row.visitsOwed))}
        </span>
        <Bar share={row.visitsOwed === 0 ? 0 : row.visitsDone / row.visitsOwed} />
      </td>
      <td className="num nowrap">
        {say(`${count(row.enterprises)}家`, count(row.enterprises))}
        {onRelease && row.enterprises > 0 && row.endsOn > day ? (
          <span className="table__sub">
            <button type="button" className="btn btn--sm" onClick={() => onRelease(row)}>
              {say("有企业退出", "Some leave")}
            </button>
          </span>
        ) : null}
      </td>
      <td className="num nowrap">
        {tenThousands(row.amountFen)}
        <span className="table__sub">
          {say(`每次${yuan(row.visitPriceFen)}`, `${yuan(row.visitPriceFen)} a visit`)}
        </span>
      </td>
    </tr>
  );
}

function yuan(fen: number): string {
  return `${count(fen / 100)}元`;
}
