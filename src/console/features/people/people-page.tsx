// People of the subdistrict, the agencies engaged and the communities.
import { useSay } from "../../appearance/language.ts";

export function PeoplePage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("人员", "People")}</h1>
    </div>
  );
}
