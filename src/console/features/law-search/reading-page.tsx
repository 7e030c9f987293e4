// A law to be read: versions to switch between, its articles, and beside the chosen one what cites it.
import { useEffect } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { getComparison } from "#api/law-library.ts";
import { type LawReading, readLaw } from "#api/law-search.ts";
import { UNVERIFIED_LABEL } from "#domain/law/labels.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ForceMark } from "./force-mark.tsx";
import "./law-search.css";
import { ReadingArticles } from "./reading-articles.tsx";
import { ReadingSide } from "./reading-side.tsx";

export function ReadingPage() {
  const say = useSay();
  const { id = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const version = Number(search.get("version")) || undefined;
  const query = useRoute(readLaw, { params: { id }, query: version ? { version } : {} });
  const set = (change: Record<string, string>) =>
    setSearch({ ...Object.fromEntries(search), ...change }, { replace: true, preventScrollReset: true });
  return (
    <Loaded query={query} failed={say("没能打开这部法规", "The law could not be opened")}>
      {(law) => (
        <Reading
          law={law}
          article={search.get("article") ?? law.articles[0]?.article ?? law.clauses[0]?.article ?? ""}
          onArticle={(article) => set({ article })}
          onVersion={(one) => set({ version: String(one) })}
        />
      )}
    </Loaded>
  );
}

interface ReadingProps {
  readonly law: LawReading;
  readonly article: string;
  readonly onArticle: (article: string) => void;
  readonly onVersion: (version: number) => void;
}

function Reading({ law, article, onArticle, onVersion }: ReadingProps) {
  const say = useSay();
  useEffect(() => {
    document.getElementById(`article-${article}`)?.scrollIntoView({ block: "center" });
  }, [article]);
  return (
    <div className="page">
      <nav className="crumbs" aria-label={say("位置", "Where")}>
        <Link to="/law-search">{say("查法规", "Search law")}</Link>
        <Icon name="right" />
        <span>{law.id}</span>
      </nav>
      <div className="page__head">
        <div>
          <h1>{law.title}</h1>
          {law.own ? <OwnLead own={law.own} /> : null}
        </div>
        <CompareLink law={law} />
      </div>
      <Versions law={law} onVersion={onVersion} />
      <div className="cols cols--detail">
        <ReadingArticles law={law} article={article} onArticle={onArticle} />
        <ReadingSide law={law} article={article} />
      </div>
    </div>
  );
}

/** Where a tenant's own instrument is from, and whether anybody compared it. */
function OwnLead({ own }: { readonly own: NonNullable<LawReading["own"]> }) {
  const say = useSay();
  const word = useWord();
  return (
    <p className="page__lead">
      {say(`本地文件，来自${own.source}`, `Local, from ${own.source}`)}{" "}
      {own.checked ? null : <span className="tag">{word(UNVERIFIED_LABEL)}</span>}
    </p>
  );
}

/** Beside its neighbours in time, where it has any. */
function CompareLink({ law }: { readonly law: LawReading }) {
  const say = useSay();
  const { role } = useMembership();
  const may = typeof getComparison.by !== "string" && getComparison.by.includes(role);
  if (law.versions.length < 2 || !may || law.own) return null;
  return (
    <div className="page__acts">
      <Link className="btn" to={`/law/${encodeURIComponent(law.id)}/${law.version}/compare`}>
        <Icon name="cols" />
        {say("和前后版本对照", "Compare versions")}
      </Link>
    </div>
  );
}

function Versions({ law, onVersion }: { readonly law: LawReading; readonly onVersion: (version: number) => void }) {
  const say = useSay();
  const shown = law.versions.find((one) => one.version === law.version);
  return (
    <div className="law-search__versions">
      <label className="field">
        <span className="field__label">{say("版本", "Version")}</span>
        <select className="input" value={law.version} onChange={(event) => onVersion(Number(event.target.value))}>
          {law.versions.map((one) => (
            <option key={one.version} value={one.version}>
              {`${one.docNumber}${one.effectiveFrom ? `（${one.effectiveFrom}施行）` : ""}`}
            </option>
          ))}
        </select>
      </label>
      {shown ? <ForceMark force={shown.force} /> : null}
    </div>
  );
}
