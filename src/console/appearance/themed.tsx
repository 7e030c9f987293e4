// antd under our tokens and the chosen language.
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { antdTheme } from "../theme.ts";
import { useAppearance } from "./appearance-context.tsx";

export function Themed({ children }: { readonly children: ReactNode }) {
  const appearance = useAppearance();
  return (
    <ConfigProvider
      theme={antdTheme(appearance)}
      locale={appearance.language === "zh" ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
