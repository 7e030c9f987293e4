import { Icon } from "#ui/icon.tsx";
import { isOnHomeScreen, useInstall } from "../../app/install.ts";

/** Onto the home screen: by the browser's own offer, else by its menu. */
export function InstallNote() {
  const install = useInstall();
  if (isOnHomeScreen()) return <p className="line__s">程序已装在主屏幕。</p>;
  if (!install) return <p className="line__s">还没装到主屏幕：打开浏览器菜单，选“添加到主屏幕”，以后从图标进。</p>;
  return (
    <button type="button" className="btn btn--wide" onClick={install}>
      <Icon name="download" />
      装到主屏幕
    </button>
  );
}
