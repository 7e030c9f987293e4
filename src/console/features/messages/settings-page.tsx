// 消息设置: by which channels the subdistrict tells people, in which words, and when not.
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { getMessageSettings } from "#api/messages.ts";
import { useSay } from "../../appearance/language.ts";
import { type FixedView, ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ChannelsTab } from "./channels-tab.tsx";
import "../../forms/forms.css";
import "../../lists/lists.css";
import "./messages.css";
import { RulesCard } from "./rules-card.tsx";
import { TemplatesTab } from "./templates-tab.tsx";

export function MessageSettingsPage() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const tab = search.get("tab") ?? "";
  const view = (key: string, name: string): FixedView => ({
    ...{ key, name, on: tab === key },
    onOpen: () => setSearch(key ? { tab: key } : {}),
  });
  const views = [
    view("", say("渠道", "Channels")),
    view("templates", say("模板", "Templates")),
    view("quiet", say("免打扰", "Quiet hours")),
  ];
  const tabs: ReactNode = <ViewTabs label={say("设什么", "What to set")} views={views} />;
  return (
    <Loaded query={useRoute(getMessageSettings)} failed={say("没能打开消息设置", "The settings could not be opened")}>
      {({ channels, templates, rules }) => {
        if (tab === "templates") return <TemplatesTab templates={templates} tabs={tabs} />;
        if (tab === "quiet") return <RulesCard rules={rules} tabs={tabs} />;
        return <ChannelsTab channels={channels} tabs={tabs} />;
      }}
    </Loaded>
  );
}
