// 重设密码: asked once more, then the new password, shown this once.
import { Drawer } from "antd";
import { useState } from "react";
import { type PersonRow, renewPassword } from "#api/people.ts";
import { useSay } from "../../appearance/language.ts";
import { call } from "../../request/api-client.ts";
import { useRequest } from "../../request/use-request.ts";
import { OneTimePassword } from "./one-time-password.tsx";

interface PasswordDrawerProps {
  readonly person: PersonRow;
  readonly onClose: () => void;
}

const renew = (membershipId: string) => call(renewPassword, { params: { membershipId } });

export function PasswordDrawer({ person, onClose }: PasswordDrawerProps) {
  const say = useSay();
  const { request, requesting } = useRequest(renew);
  const [renewed, setRenewed] = useState<{ readonly login: string; readonly password: string }>();
  const title = say(`重设密码：${person.displayName}`, `New password: ${person.displayName}`);
  if (renewed) {
    return (
      <Drawer open size={520} title={title} onClose={onClose}>
        <OneTimePassword {...renewed} />
      </Drawer>
    );
  }
  return (
    <Drawer open size={520} title={title} onClose={onClose}>
      <div className="stack">
        <p>
          {say(
            "原来的密码马上不能用，这个人在所有设备上都会退出，要用新密码重新登录。没交的内容不会丢。",
            "The old password ends at once and every device is signed out. Nothing unsent is lost.",
          )}
        </p>
        <div className="row">
          <button
            type="button"
            className="btn btn--primary"
            disabled={requesting}
            onClick={() => void request(person.id).then((answer) => answer && setRenewed(answer))}
          >
            {say("重设密码", "Set a new password")}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say("先不重设", "Not now")}
          </button>
        </div>
      </div>
    </Drawer>
  );
}
