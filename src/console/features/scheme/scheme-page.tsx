// The scheme of each service year: periods, what is owed, parameters.
import { useSay } from "../../appearance/language.ts";

export function SchemePage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("服务方案", "Scheme")}</h1>
    </div>
  );
}
