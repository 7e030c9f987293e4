// What an observer sees: one row a subdistrict.
import { useSay } from "../../appearance/language.ts";

export function DistrictPage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("各街道", "Subdistricts")}</h1>
    </div>
  );
}
