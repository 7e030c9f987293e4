// Who is in scope since when, on what ground.
import { useSay } from "../../appearance/language.ts";

export function ScopePage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("纳入认定", "Scope")}</h1>
    </div>
  );
}
