// The three batches: what the agency advises, what the office decides.
import { useSay } from "../../appearance/language.ts";

export function BatchesPage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("三批企业", "Batches")}</h1>
    </div>
  );
}
