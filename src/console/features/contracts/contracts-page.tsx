// Contracts with agencies, and who serves which enterprise.
import { useSay } from "../../appearance/language.ts";

export function ContractsPage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("机构与合同", "Agencies and contracts")}</h1>
    </div>
  );
}
