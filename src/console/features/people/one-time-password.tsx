// A password that is shown this once, to be handed over; copying takes login and address with it.
import { App } from "antd";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";

interface OneTimePasswordProps {
  readonly login: string;
  /** null where the account keeps its own. */
  readonly password: string | null;
}

export function OneTimePassword({ login, password }: OneTimePasswordProps) {
  const say = useSay();
  const { message } = App.useApp();
  if (password === null) {
    return (
      <Note tone="ok" title={say(`登录名${login}原来就有账号`, `${login} had an account`)}>
        {say("用原来的密码登录，在右上角换到新的身份。", "They sign in as before and switch roles at the top right.")}
      </Note>
    );
  }
  const lines = [
    say(`登录地址：${location.origin}/sign-in`, `Address: ${location.origin}/sign-in`),
    say(`登录名：${login}`, `Login: ${login}`),
    say(`初始密码：${password}`, `First password: ${password}`),
  ];
  async function copy() {
    try {
      await navigator.clipboard.writeText(lines.join("\n"));
      void message.success(say("已复制，请只发给本人", "Copied; send it to this person only"));
    } catch {
      void message.error(say("浏览器没让复制，请选中文字复制。", "The browser refused; select the text."));
    }
  }
  return (
    <div className="stack">
      <Note tone="soon" title={say("密码只显示这一次", "The password is shown this once")}>
        {say(
          "请当面或私下交给本人。第一次登录会先请他改成自己的，改好才能办事。",
          "Hand it over in private. It only opens the page that changes it.",
        )}
      </Note>
      <dl className="dl">
        <dt>{say("登录名", "Login")}</dt>
        <dd className="mono">{login}</dd>
        <dt>{say("初始密码", "Password")}</dt>
        <dd className="mono people__password">{password}</dd>
      </dl>
      <button type="button" className="btn btn--primary" onClick={() => void copy()}>
        <Icon name="text" />
        {say("复制登录名和密码", "Copy login and password")}
      </button>
    </div>
  );
}
