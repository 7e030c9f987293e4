// 机构与合同: contracts with what is owed and done of them, and who serves which enterprise in scope.
import { useState } from "react";
import { type Contract, listContracts } from "#api/contracts.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import "../../lists/lists.css";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { count } from "../../words/number-words.ts";
import { ConcludeDrawer } from "./conclude-drawer.tsx";
import { ContractsTable } from "./contracts-table.tsx";
import "./contracts.css";
import { EntrustDrawer } from "./entrust-drawer.tsx";
import { ReleaseDrawer } from "./release-drawer.tsx";

export function ContractsPage() {
  const say = useSay();
  const { role } = useMembership();
  const [open, setOpen] = useState<"conclude" | "entrust" | null>(null);
  const close = () => setOpen(null);
  const [releasing, setReleasing] = useState<Contract>();
  return (
    <Loaded query={useRoute(listContracts)} failed={say("没能打开合同", "The contracts could not be opened")}>
      {({ contracts, agencies, day, tenantName }) => (
        <div className="page">
          <div className="page__head">
            <div>
              <h1>{say("机构与合同", "Agencies and contracts")}</h1>
              <p className="page__lead">
                {say(
                  `${count(contracts.length)}份合同，${count(agencies.length)}家机构在聘。`,
                  `${contracts.length} contracts, ${agencies.length} agencies.`,
                )}
              </p>
            </div>
            <div className="page__acts">
              {role === "officer" || role === "officeLead" ? (
                <button type="button" className="btn" onClick={() => setOpen("entrust")}>
                  <Icon name="repeat" />
                  {say("委托企业给机构", "Entrust enterprises")}
                </button>
              ) : null}
              {role === "officeLead" ? (
                <button type="button" className="btn btn--primary" onClick={() => setOpen("conclude")}>
                  <Icon name="plus" />
                  {say("登记合同", "Register a contract")}
                </button>
              ) : null}
            </div>
          </div>
          <section className="card cards" aria-label={say("合同", "Contracts")}>
            {contracts.length === 0 ? (
              <EmptyState icon="deal" title={say("还没有登记合同", "No contract yet")}>
                {say("签好合同后在这里登记，次数和金额就能对账。", "Register it once it is signed.")}
              </EmptyState>
            ) : (
              <ContractsTable rows={contracts} day={day} onRelease={role === "officeLead" ? setReleasing : undefined} />
            )}
          </section>
          {open === "conclude" ? (
            <ConcludeDrawer agencies={agencies} tenantName={tenantName} day={day} onClose={close} />
          ) : null}
          {releasing ? <ReleaseDrawer contract={releasing} day={day} onClose={() => setReleasing(undefined)} /> : null}
          {open === "entrust" ? <EntrustDrawer agencies={agencies} onClose={close} /> : null}
        </div>
      )}
    </Loaded>
  );
}
