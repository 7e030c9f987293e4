// My own account: name, memberships, password.
import { useSay } from "../../appearance/language.ts";

export function MePage() {
  const say = useSay();
  return (
    <div className="page">
      <h1>{say("我的账号", "My account")}</h1>
    </div>
  );
}
