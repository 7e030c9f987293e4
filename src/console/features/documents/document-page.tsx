// One document: whose hands it went through, what it still lacks, and review, release or voiding.
import { Link, useParams } from "react-router";
import { getDocument, getDocumentPdf, type DocumentPage as Page } from "#api/documents.ts";
import { FORM_LABELS } from "#domain/documents/labels.ts";
import { DOCUMENT_STATE_LABELS } from "#domain/documents/report-labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { addressOf } from "../../request/api-client.ts";
import { failureText } from "../../request/failures.ts";
import { useRoute } from "../../request/use-route.ts";
import { LoadingPage } from "../../shell/loading-page.tsx";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { DocumentActs } from "./document-acts.tsx";
import "./documents.css";
import { HandsCard } from "./hands-card.tsx";
import { MissingCard } from "./missing-card.tsx";

export function DocumentPage() {
  const say = useSay();
  const { id = "" } = useParams();
  const { data, isPending, error, refetch } = useRoute(getDocument, { params: { id } });
  if (isPending) return <LoadingPage />;
  if (!data) {
    const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
    return (
      <ErrorState title={say("没能打开这份文书", "The document could not be opened")} retry={retry}>
        {failureText(error)}
      </ErrorState>
    );
  }
  return (
    <div className="page">
      <Head page={data} />
      <div className="cols cols--detail">
        <div>
          <MissingCard page={data} />
          <HazardsCard page={data} />
        </div>
        <div>
          <DocumentActs page={data} />
          <HandsCard page={data} />
        </div>
      </div>
    </div>
  );
}

function Head({ page }: { readonly page: Page }) {
  const say = useSay();
  const word = useWord();
  const { document, day } = page;
  const waits = document.state === "draft" || document.state === "reviewed";
  return (
    <div className="page__head">
      <div>
        <nav className="crumbs" aria-label={say("位置", "Where")}>
          <Link to="/documents">{say("文书", "Documents")}</Link>
          <Icon name="right" />
          <Link to={`/enterprises/${document.enterpriseId}`}>{document.enterpriseName}</Link>
          <Icon name="right" />
          <span className="mono">{document.number}</span>
        </nav>
        <h1>
          {word(FORM_LABELS[document.kind])} {document.number}
        </h1>
        <p className="page__lead">
          <Dotted
            parts={[
              word(DOCUMENT_STATE_LABELS[document.state]),
              document.inspectedOn &&
                say(`${shortDay(document.inspectedOn, day)}检查`, `visit ${document.inspectedOn}`),
              document.expertName,
              document.agencyName,
            ]}
          />
        </p>
      </div>
      <div className="page__acts">
        {waits && document.dueOn ? (
          <span className="row">
            {say(`签发期限${shortDay(document.dueOn, day)}`, `Release by ${document.dueOn}`)}
            <DueChip {...dueWords(document.dueOn, day, say)} />
          </span>
        ) : null}
        {document.printed ? (
          <a
            className="btn"
            href={addressOf(getDocumentPdf, { params: { id: document.id } })}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="file" />
            {say("打开PDF", "Open PDF")}
          </a>
        ) : null}
      </div>
    </div>
  );
}

function HazardsCard({ page }: { readonly page: Page }) {
  const say = useSay();
  return (
    <section className="card" aria-labelledby="hazards">
      <div className="card__head">
        <h2 id="hazards">{say("里面的隐患", "Its hazards")}</h2>
        <span className="muted">{say(`${page.hazards.length}条`, `${page.hazards.length}`)}</span>
      </div>
      {page.hazards.length === 0 ? (
        <p className="card__body soft">{say("这次没有查出隐患。", "No hazard was found.")}</p>
      ) : (
        <table className="table">
          <tbody>
            {page.hazards.map((hazard) => (
              <tr key={hazard.id}>
                <td>
                  <Link className="strong" to={`/hazards/${hazard.id}`}>
                    {hazard.description}
                  </Link>
                  <span className="table__sub">
                    <Dotted parts={[hazard.number, hazard.place]} />
                  </span>
                </td>
                <td className="num soft">
                  {say(
                    `照片${hazard.photosStored} / ${hazard.photos}`,
                    `Photos ${hazard.photosStored} / ${hazard.photos}`,
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
