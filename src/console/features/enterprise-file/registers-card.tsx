// 台账: how many entries this enterprise keeps, and those that run out first; all of them are one link away.
import { Link } from "react-router";
import { listRegisters } from "#api/enterprise-registers.ts";
import type { EnterpriseFile } from "#api/enterprises.ts";
import { sayRegisterDue } from "#domain/registers/due.ts";
import { varietyLabel } from "#domain/registers/kinds.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";

const SHOWN = 5;

export function RegistersCard({ file }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  const enterprise = file.facts.id;
  const { data } = useRoute(listRegisters, { query: { enterprise, page: 1 } });
  const rows = data?.rows ?? [];
  return (
    <section className="card" aria-labelledby="registers">
      <div className="card__head">
        <h2 id="registers">{say("台账", "Registers")}</h2>
        <Link className="link no-print" to={`/registers?enterprise=${enterprise}`}>
          {say(`看全部${data?.counts.all ?? ""}项`, `All ${data?.counts.all ?? ""}`)}
        </Link>
      </div>
      {data && rows.length === 0 ? (
        <EmptyState icon="book" title={say("还没有台账", "No entry yet")}>
          {say("证照、培训、演练由企业用办事链接自己记，也可以代记。", "Entered by the enterprise, or on its behalf.")}
        </EmptyState>
      ) : (
        <ul className="card__body registers">
          {rows.slice(0, SHOWN).map((row) => {
            const due = sayRegisterDue(row, file.day);
            return (
              <li key={row.id} className="row row--between">
                <span>
                  {row.subject}
                  <span className="table__sub">{word(varietyLabel(row.kind, row.variety))}</span>
                </span>
                <DueChip tone={due.tone} text={word(due.word)} spokenBefore={say("期限：", "Due: ")} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
