// 办事链接: which links open this enterprise's pages, a new one on demand, and taking one back.
import { useState } from "react";
import type { EnterpriseFile, FileLink } from "#api/enterprises.ts";
import { linkRow } from "#domain/access/link-transitions.ts";
import type { Role } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { useMembership } from "../../session/session-context.ts";
import { shortDay } from "../../words/day-words.ts";
import { IssueLinkDrawer } from "./issue-link-drawer.tsx";
import { RevokeLinkDrawer } from "./revoke-link-drawer.tsx";

const SHOWN = 4;

function mayOn(command: "accessLink.issue" | "accessLink.revoke", role: Role): boolean {
  return linkRow(command).by.includes(role);
}

export function LinksCard({ file }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const { role } = useMembership();
  const [act, setAct] = useState<"issue" | FileLink>();
  const [all, setAll] = useState(false);
  const visits = file.visits.filter((visit) => visit.status === "finished");
  const mayIssue = mayOn("accessLink.issue", role) && visits.length > 0;
  const shown = all ? file.links : file.links.slice(0, SHOWN);
  return (
    <section className="card" aria-labelledby="links">
      <div className="card__head">
        <h2 id="links">{say("办事链接", "Access links")}</h2>
        {mayIssue ? (
          <button type="button" className="linklike" onClick={() => setAct("issue")}>
            {say("补发", "Issue again")}
            <span className="sr-only">{say("办事链接", " an access link")}</span>
          </button>
        ) : null}
      </div>
      {file.links.length === 0 ? (
        <EmptyState icon="qr" title={say("还没有办事链接", "No link yet")}>
          {say("专家检查收尾时当场给企业，也可以在这里补发。", "Handed over at the end of a visit.")}
        </EmptyState>
      ) : (
        <div className="card__body">
          {shown.map((link) => (
            <LinkLine
              key={link.id}
              link={link}
              day={file.day}
              onRevoke={link.state !== "revoked" && mayOn("accessLink.revoke", role) ? () => setAct(link) : undefined}
            />
          ))}
          {file.links.length > shown.length ? (
            <button type="button" className="btn btn--sm below" onClick={() => setAll(true)}>
              {say(`看全部${file.links.length}个`, `All ${file.links.length}`)}
            </button>
          ) : null}
        </div>
      )}
      {act === "issue" ? (
        <IssueLinkDrawer file={file} visits={visits} onClose={() => setAct(undefined)} />
      ) : act ? (
        <RevokeLinkDrawer link={act} day={file.day} onClose={() => setAct(undefined)} />
      ) : null}
    </section>
  );
}

interface LinkLineProps {
  readonly link: FileLink;
  readonly day: string;
  readonly onRevoke: (() => void) | undefined;
}

function LinkLine({ link, day, onRevoke }: LinkLineProps) {
  const say = useSay();
  const about = say(`${shortDay(link.inspectedOn, day)}的检查`, `Visit of ${shortDay(link.inspectedOn, day)}`);
  return (
    <div className="links__row row row--between">
      <div>
        {link.passedOn ? say(`转给${link.label ?? "同事"}`, `Passed to ${link.label ?? "a colleague"}`) : about}
        <span className="table__sub">
          <Dotted
            parts={[
              link.passedOn && about,
              say(
                `${link.issuedByName}${shortDay(dayOf(link.issuedAt), day)}发`,
                `${link.issuedByName}, ${shortDay(dayOf(link.issuedAt), day)}`,
              ),
              link.holders.length > 0 && say(`用过：${link.holders.join("、")}`, `used by ${link.holders.join(", ")}`),
              link.revokedReason,
            ]}
          />
        </span>
      </div>
      <span className="row">
        <LinkState link={link} day={day} />
        {onRevoke ? (
          <button type="button" className="btn btn--quiet btn--sm" onClick={onRevoke}>
            {say("停用", "Revoke")}
            <span className="sr-only">：{about}</span>
          </button>
        ) : null}
      </span>
    </div>
  );
}

function LinkState({ link, day }: { readonly link: FileLink; readonly day: string }) {
  const say = useSay();
  if (link.state === "revoked") return <DueChip tone="rest" text={say("已停用", "Revoked")} />;
  if (link.state === "expired") return <DueChip tone="rest" text={say("已过期", "Expired")} />;
  if (!link.validUntil) return <DueChip tone="ok" text={say("能打开", "Opens")} />;
  return <DueChip tone="ok" text={say(`${shortDay(link.validUntil, day)}前能打开`, `until ${link.validUntil}`)} />;
}
