// Who I am and in which role; another membership, or out.
import { App, Dropdown, type MenuProps } from "antd";
import { useNavigate } from "react-router";
import type { MembershipAnswer } from "#api/session.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../appearance/language.ts";
import { failureText } from "../request/failures.ts";
import { useSession } from "../session/session-context.ts";
import { useSessionActs } from "../session/session-gate.tsx";

export function PersonMenu() {
  const say = useSay();
  const session = useSession();
  const { actAs, signOut } = useSessionActs();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const tellFailure = (error: unknown) => void message.error(failureText(error));
  const { current, memberships } = session;
  const others: MenuProps["items"] = memberships.map((one) => ({
    key: one.id,
    label: membershipText(one),
    disabled: one.id === current?.id,
    onClick: () => void actAs(one).catch(tellFailure),
  }));
  const items: MenuProps["items"] = [
    { type: "group", key: "roles", label: say("换一个身份", "Act as"), children: others },
    { type: "divider", key: "line" },
    { key: "me", label: say("我的账号", "My account"), onClick: () => void navigate("/me") },
    { key: "out", label: say("退出登录", "Sign out"), onClick: () => void signOut().catch(tellFailure) },
  ];
  const name = current?.displayName ?? session.displayName;
  return (
    <div className="topbar__who">
      <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
        <button type="button" className="topbar__button">
          <span className="avatar" aria-hidden="true">
            {name.slice(0, 1)}
          </span>
          <span className="topbar__name">
            <Dotted parts={[name, current?.roleLabel]} />
          </span>
          <Icon name="down" label={say("换身份、我的账号、退出", "Change role, my account, sign out")} />
        </button>
      </Dropdown>
    </div>
  );
}

function membershipText(one: MembershipAnswer): string {
  return [one.tenantName, one.roleLabel, one.scopeName].filter(Boolean).join(" · ");
}
