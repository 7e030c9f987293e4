// Service records: a talk is a record like a visit.
import { useSay } from "../../appearance/language.ts";

export function ServicesPage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("服务记录", "Services")}</h1>
    </div>
  );
}
