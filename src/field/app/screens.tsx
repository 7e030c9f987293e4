// One screen a route. Today comes with the first load; the others follow while it is being read.
import { lazy, Suspense } from "react";
import { Skeleton } from "#ui/skeleton.tsx";
import { TodayPage } from "../features/today/today-page.tsx";
import type { FieldRoute } from "./route.ts";
import { useRoute } from "./use-route.ts";

const WeekPage = lazy(async () => ({ default: (await import("../features/today/week-page.tsx")).WeekPage }));
const ReadyPage = lazy(async () => ({ default: (await import("../features/today/ready-page.tsx")).ReadyPage }));
const SitePage = lazy(async () => ({ default: (await import("../features/site/site-page.tsx")).SitePage }));
const RefusalPage = lazy(async () => ({ default: (await import("../features/site/refusal-page.tsx")).RefusalPage }));
const TrayPage = lazy(async () => ({ default: (await import("../features/tray/tray-page.tsx")).TrayPage }));
const VisitPage = lazy(async () => ({ default: (await import("../features/visit/visit-page.tsx")).VisitPage }));
const AccompanyPage = lazy(async () => ({
  default: (await import("../features/visit/accompany-page.tsx")).AccompanyPage,
}));
const HazardPage = lazy(async () => ({ default: (await import("../features/visit/hazard-page.tsx")).HazardPage }));
const CapturePage = lazy(async () => ({ default: (await import("../features/capture/capture-page.tsx")).CapturePage }));
const FixPage = lazy(async () => ({ default: (await import("../features/reinspect/fix-page.tsx")).FixPage }));
const ReinspectPage = lazy(async () => ({
  default: (await import("../features/reinspect/reinspect-page.tsx")).ReinspectPage,
}));
const FinishPage = lazy(async () => ({ default: (await import("../features/finish/finish-page.tsx")).FinishPage }));
const ServedPage = lazy(async () => ({ default: (await import("../features/finish/served-page.tsx")).ServedPage }));
const SyncPage = lazy(async () => ({ default: (await import("../features/sync/sync-page.tsx")).SyncPage }));
const LawPage = lazy(async () => ({ default: (await import("../features/law/law-page.tsx")).LawPage }));
const ArticlePage = lazy(async () => ({ default: (await import("../features/law/article-page.tsx")).ArticlePage }));
const MePage = lazy(async () => ({ default: (await import("../features/me/me-page.tsx")).MePage }));

export function Screens() {
  const route = useRoute();
  return (
    <Suspense fallback={<Waiting />}>
      <Screen route={route} />
    </Suspense>
  );
}

function Waiting() {
  return (
    <div className="phone">
      <main className="phone__main">
        <Skeleton label="正在打开" lines={5} />
      </main>
    </div>
  );
}

function Screen({ route }: { readonly route: FieldRoute }) {
  switch (route.page) {
    case "today":
      return <TodayPage />;
    case "week":
      return <WeekPage />;
    case "ready":
      return <ReadyPage />;
    case "article":
      return <ArticlePage instrumentId={route.instrumentId} article={route.article} />;
    case "law":
      return <LawPage />;
    case "me":
      return <MePage />;
    case "sync":
      return <SyncPage />;
    case "site":
      return <SitePage scope={route.scope} siteId={route.siteId} />;
    case "refuse":
      return <RefusalPage scope={route.scope} siteId={route.siteId} />;
    case "tray":
      return <TrayPage scope={route.scope} visitId={route.visitId} />;
    case "visit":
      return <VisitPage scope={route.scope} visitId={route.visitId} />;
    case "accompany":
      return <AccompanyPage scope={route.scope} visitId={route.visitId} />;
    case "capture":
      return <CapturePage key={route.draftId} {...route} />;
    case "hazard":
      return <HazardPage scope={route.scope} visitId={route.visitId} hazardId={route.hazardId} />;
    case "fix":
      return <FixPage key={route.hazardId} {...route} />;
    case "reinspect":
      return <ReinspectPage key={route.hazardId} {...route} />;
    case "finish":
      return <FinishPage scope={route.scope} visitId={route.visitId} />;
    case "served":
      return <ServedPage scope={route.scope} visitId={route.visitId} />;
    default:
      return route satisfies never;
  }
}
