// 总览: what needs me today, the two targets, the acts by period, where hazards lie, how far they are, what is overdue.
import { useSearchParams } from "react-router";
import { getOverview, type Overview } from "#api/overview.ts";
import { daysBetween } from "#domain/calendar/local-date.ts";
import { ErrorState } from "#ui/error-state.tsx";
import { useSay } from "../../appearance/language.ts";
import { failureText } from "../../request/failures.ts";
import "../../lists/lists.css";
import { useRoute } from "../../request/use-route.ts";
import { LoadingPage } from "../../shell/loading-page.tsx";
import { fullDay, periodName } from "../../words/day-words.ts";
import { ActsCard } from "./acts-card.tsx";
import { NeedsCard } from "./needs-card.tsx";
import { OverdueCard } from "./overdue-card.tsx";
import "./overview.css";
import { OverviewCuts } from "./overview-cuts.tsx";
import { StepsCard } from "./steps-card.tsx";
import { TargetsCard } from "./targets-card.tsx";
import { WhereCard } from "./where-card.tsx";

export function OverviewPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const query = {
    ...(search.get("year") ? { year: Number(search.get("year")) } : {}),
    ...(search.get("community") ? { community: search.get("community") ?? undefined } : {}),
  };
  const { data, isPending, error, refetch } = useRoute(getOverview, { query });
  if (isPending) return <LoadingPage />;
  if (!data) {
    const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
    return (
      <ErrorState title={say("没能打开总览", "The overview could not be opened")} retry={retry}>
        {failureText(error)}
      </ErrorState>
    );
  }
  return <OverviewSheet overview={data} />;
}

function OverviewSheet({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("总览", "Overview")}</h1>
          <p className="page__lead">{leadOf(overview)}</p>
        </div>
        <OverviewCuts overview={overview} />
      </div>
      <div className="cols cols--overview">
        <NeedsCard needs={overview.needs} day={overview.day} />
        <TargetsCard overview={overview} />
      </div>
      <ActsCard overview={overview} />
      <div className="cols cols--overview below">
        <WhereCard overview={overview} />
        <StepsCard overview={overview} />
      </div>
      <OverdueCard overview={overview} />
    </div>
  );
}

/** One sentence a person could say aloud. */
function leadOf({ day, scheme, periods, targets }: Overview): string {
  const running = periods.find((period) => period.state === "now");
  const firstYear = Number(scheme?.startsOn.slice(0, 4));
  const left = running ? `${periodName(running, firstYear)}还剩${daysBetween(day, running.endsOn)}天` : undefined;
  const short = targets.filter((target) => target.rate !== null && target.rate < 1).length;
  const goal = targets.length === 0 ? undefined : goalText(short, targets.length);
  const sentence = [left, goal].filter((part) => part !== undefined).join("，");
  return sentence ? `${fullDay(day)}。${sentence}。` : `${fullDay(day)}。`;
}

function goalText(short: number, all: number): string {
  if (short === 0) return "年度目标都已达到";
  return short === all ? `年度目标${all}项均未到100%` : `年度目标还有${short}项未到100%`;
}
