// 人员: who works here in which role, the agencies engaged, the communities of the ground.
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { listAgencies, listCommunities } from "#api/agencies.ts";
import { listPeople } from "#api/people.ts";
import { useSay } from "../../appearance/language.ts";
import { type FixedView, ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { AgenciesTab } from "./agencies-tab.tsx";
import { CommunitiesTab } from "./communities-tab.tsx";
import "./people.css";
import { PeopleTab } from "./people-tab.tsx";

export function PeoplePage() {
  const say = useSay();
  const { role } = useMembership();
  const [search, setSearch] = useSearchParams();
  const seesAll = role !== "agencyLead";
  const tab = seesAll ? (search.get("tab") ?? "") : "";
  const view = (key: string, name: string): FixedView => ({
    ...{ key, name, on: tab === key },
    onOpen: () => setSearch(key ? { tab: key } : {}),
  });
  const views = [
    view("", say("人员", "People")),
    view("agencies", say("机构", "Agencies")),
    view("communities", say("村社区", "Communities")),
  ];
  const tabs = seesAll ? <ViewTabs label={say("看什么", "What to see")} views={views} /> : null;
  if (tab === "agencies") return <Agencies tabs={tabs} />;
  if (tab === "communities") return <Communities tabs={tabs} />;
  return <People tabs={tabs} />;
}

function People({ tabs }: { readonly tabs: ReactNode }) {
  const say = useSay();
  return (
    <Loaded query={useRoute(listPeople)} failed={say("没能打开人员名单", "The list of people could not be opened")}>
      {(data) => <PeopleTab {...data} tabs={tabs} />}
    </Loaded>
  );
}

function Agencies({ tabs }: { readonly tabs: ReactNode }) {
  const say = useSay();
  return (
    <Loaded query={useRoute(listAgencies)} failed={say("没能打开机构名单", "The list of agencies could not be opened")}>
      {(data) => <AgenciesTab {...data} tabs={tabs} />}
    </Loaded>
  );
}

function Communities({ tabs }: { readonly tabs: ReactNode }) {
  const say = useSay();
  return (
    <Loaded query={useRoute(listCommunities)} failed={say("没能打开村社区", "The communities could not be opened")}>
      {({ communities }) => <CommunitiesTab communities={communities} tabs={tabs} />}
    </Loaded>
  );
}
