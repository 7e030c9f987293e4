import type { Theme } from "#ui/appearance.ts";
import { Sep } from "#ui/sep.tsx";
import { useAppearance } from "../appearance/appearance-context.tsx";
import { useSay } from "../appearance/language.ts";

const nextTheme: Readonly<Record<Theme, Theme>> = { light: "dark", dark: "glare", glare: "light" };

/** Large type, appearance and language: remembered on this device. */
export function MenuFoot() {
  const say = useSay();
  const { theme, large, language, change, speak } = useAppearance();
  const themeName = {
    light: say("浅色", "Light"),
    dark: say("深色", "Dark"),
    glare: say("强光", "Glare"),
  }[theme];
  return (
    <div className="sider__foot">
      <button type="button" aria-pressed={large} onClick={() => change({ large: !large })}>
        {say("大字", "Large type")}
      </button>
      <Sep />
      <button
        type="button"
        aria-label={say(`外观：${themeName}，换一种`, `Appearance: ${themeName}, change`)}
        onClick={() => change({ theme: nextTheme[theme] })}
      >
        {themeName}
      </button>
      <Sep />
      <button
        type="button"
        lang={language === "zh" ? "en" : "zh-CN"}
        onClick={() => speak(language === "zh" ? "en" : "zh")}
      >
        {language === "zh" ? "English" : "中文"}
      </button>
    </div>
  );
}
