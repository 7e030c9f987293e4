// 一企一档: one enterprise on one page, the large grid of acts by period at its heart.
import { Link, useParams, useSearchParams } from "react-router";
import { type EnterpriseFile, getEnterpriseFile } from "#api/enterprises.ts";
import { ErrorState } from "#ui/error-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { failureText, RefusedError } from "../../request/failures.ts";
import "../../lists/lists.css";
import { useRoute } from "../../request/use-route.ts";
import { LoadingPage } from "../../shell/loading-page.tsx";
import { NotFoundPage } from "../../shell/not-found-page.tsx";
import { ActsGrid } from "./acts-grid.tsx";
import { DocumentsCard } from "./documents-card.tsx";
import "./enterprise-file.css";
import { EventsCard } from "./events-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { LinksCard } from "./links-card.tsx";
import { OpenHazardsCard } from "./open-hazards-card.tsx";
import { RegistersCard } from "./registers-card.tsx";
import { ScopeCard } from "./scope-card.tsx";
import { StandardizationCard } from "./standardization-card.tsx";
import { VisitsCard } from "./visits-card.tsx";

export function EnterpriseFilePage() {
  const say = useSay();
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const year = search.get("year");
  const query = year ? { year: Number(year) } : {};
  const { data, isPending, error, refetch } = useRoute(getEnterpriseFile, { params: { id }, query });
  if (isPending) return <LoadingPage />;
  if (error instanceof RefusedError && error.status === 404) return <NotFoundPage />;
  if (!data) {
    const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
    return (
      <ErrorState title={say("没能打开这份档案", "This file could not be opened")} retry={retry}>
        {failureText(error)}
      </ErrorState>
    );
  }
  return <FileSheet file={data} />;
}

function FileSheet({ file }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const { facts } = file;
  return (
    <div className="page">
      <nav className="crumbs" aria-label={say("位置", "Where")}>
        <Link to="/enterprises">{say("企业", "Enterprises")}</Link>
        <Icon name="right" />
        {facts.communityId ? (
          <>
            <Link to={`/enterprises?community=${facts.communityId}`}>{facts.communityName}</Link>
            <Icon name="right" />
          </>
        ) : null}
        <span>{facts.name}</span>
      </nav>
      <FactsCard file={file} />
      <div className="cols cols--detail below">
        <div>
          <ActsGrid file={file} />
          <OpenHazardsCard file={file} />
          <ScopeCard file={file} />
          <VisitsCard file={file} />
        </div>
        <div>
          <StandardizationCard file={file} />
          <RegistersCard file={file} />
          <LinksCard file={file} />
          <DocumentsCard file={file} />
          <EventsCard file={file} />
        </div>
      </div>
    </div>
  );
}
