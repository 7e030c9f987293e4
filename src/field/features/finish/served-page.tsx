// After handing over: the record's final number, and the enterprise's access link as a code made on this phone.
import { useState } from "react";
import { onSiteRecordSchema } from "#domain/documents/on-site-record.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { useLive } from "../../app/use-live.ts";
import { useVisit } from "../../app/use-visit.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import type { VisitRows } from "../../store/visit-rows.ts";
import {
  type AccessSecret,
  keepSecret,
  linkAddress,
  linkArgs,
  makeSecret,
  readSecret,
  spokenSecret,
} from "./access-secret.ts";
import { QrCode } from "./qr-code.tsx";
import { RecordPaper } from "./record-paper.tsx";

interface ServedPageProps {
  readonly scope: string;
  readonly visitId: string;
}

export function ServedPage({ scope, visitId }: ServedPageProps) {
  const rows = useVisit(scope, visitId);
  return (
    <VisitFrame title="办事链接" rows={rows}>
      {(found) => <Served scope={scope} rows={found} />}
    </VisitFrame>
  );
}

function Served({ scope, rows }: { readonly scope: string; readonly rows: VisitRows }) {
  const { db } = useField();
  const { visit } = rows;
  const secret = useLive(() => readSecret(db, visit.id), [db, visit.id]);
  const unsent = useLive(async () => {
    const commands = await db.commands.where("visitId").equals(visit.id).toArray();
    return commands.some((one) => one.state === "waiting");
  }, [db, visit.id]);
  const document = rows.documents
    .filter((one) => one.kind === "onSiteRecord")
    .toSorted((a, b) => b.draftedAt.localeCompare(a.draftedAt))[0];
  return (
    <Page
      title={shortName(visit.enterpriseName)}
      onBack={() => goTo({ page: "today" })}
      actions={
        <button type="button" className="btn btn--primary btn--main" onClick={() => goTo({ page: "today" })}>
          去下一家
        </button>
      }
    >
      {document ? (
        <Note tone="ok" icon="done" title="已送达企业，期限从今天起算">
          <span className="line__s">现场检查记录{document.number}</span>
        </Note>
      ) : (
        <EmptyState icon="sign" title="还没签字">
          签好字才有办事链接。
        </EmptyState>
      )}
      {document && secret ? <LinkCode secret={secret} unsent={unsent ?? false} /> : null}
      {document && !secret ? <IssueAgain scope={scope} rows={rows} /> : null}
      {document ? <Paper document={document} /> : null}
    </Page>
  );
}

function LinkCode({ secret, unsent }: { readonly secret: AccessSecret; readonly unsent: boolean }) {
  return (
    <section className="qr">
      <b>请企业扫一扫，或拍下来</b>
      <QrCode text={linkAddress(secret)} label="企业的办事链接" />
      <div className="code">{spokenSecret(secret)}</div>
      <HandOver address={linkAddress(secret)} />
      <p className="line__s">看隐患、交整改、要延期，都从这里进。可以转给电工等同事办。</p>
      {unsent ? <p className="line__s">还没上传：现在扫会看到“检查专家还没上传”。有信号自动送达，码不变。</p> : null}
    </section>
  );
}

/** By the phone's own sharing, WeChat and messages among it; where that is missing, by copying. */
function HandOver({ address }: { readonly address: string }) {
  const [copied, setCopied] = useState(false);
  const text = "隐患和整改要求，点开就能看、能交整改：";
  const share = "share" in navigator ? () => void navigator.share({ text, url: address }).catch(() => {}) : undefined;
  return (
    <div className="chiprow" style={{ justifyContent: "center" }}>
      {share ? (
        <button type="button" className="pick" onClick={share}>
          <Icon name="open" />
          发给企业
        </button>
      ) : null}
      <button
        type="button"
        className="pick"
        onClick={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true))}
      >
        <Icon name="link" />
        {copied ? "已复制" : "复制链接"}
      </button>
    </div>
  );
}

/** The secret was made on another phone, or this one was cleared: another link does as well. */
function IssueAgain({ scope, rows }: { readonly scope: string; readonly rows: VisitRows }) {
  const { db } = useField();
  const { issue, problem, busy } = useIssue(scope);
  const { visit } = rows;
  async function again() {
    const secret = makeSecret();
    const args = { ...linkArgs(secret), visitId: visit.id };
    const enterprise = shortName(visit.enterpriseName);
    const done = await issue([
      { name: "accessLink.issue", args, visitId: visit.id, about: "补发办事链接", enterprise },
    ]);
    if (done) await keepSecret(db, visit.id, secret);
  }
  return (
    <>
      <ProblemNote text={problem} />
      <button type="button" className="btn btn--wide" disabled={busy} onClick={() => void again()}>
        <Icon name="qr" />
        补发办事链接
      </button>
    </>
  );
}

function Paper({ document }: { readonly document: Row<"documents"> }) {
  const data = onSiteRecordSchema.safeParse(JSON.parse(document.data));
  if (!data.success) return null;
  return (
    <Fold icon="file" title="看现场检查记录">
      <RecordPaper data={data.data} digest={document.dataDigest} />
    </Fold>
  );
}
