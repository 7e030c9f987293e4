// R8: someone of the subdistrict comes along, or nobody with a reason that is counted.
import { useState } from "react";
import { ACCOMPANIED_BY_LABELS } from "#domain/visit/labels.ts";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { useLive } from "../../app/use-live.ts";
import { useVisit } from "../../app/use-visit.ts";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import { rowsOf } from "../../store/read-rows.ts";
import type { VisitRows } from "../../store/visit-rows.ts";

const choices = ["officer", "memberUnit", "communityOfficer", "none"] as const;
type By = (typeof choices)[number];
const reasons = ["街道当天人手不足", "企业临时改时间，来不及安排", "只查资料，不进现场"] as const;

interface AccompanyPageProps {
  readonly scope: string;
  readonly visitId: string;
}

export function AccompanyPage({ scope, visitId }: AccompanyPageProps) {
  const rows = useVisit(scope, visitId);
  return (
    <VisitFrame title="谁陪同" rows={rows}>
      {(found) => <Accompany key={found.visit.id} scope={scope} rows={found} />}
    </VisitFrame>
  );
}

function Accompany({ scope, rows }: { readonly scope: string; readonly rows: VisitRows }) {
  const { visit } = rows;
  const { db } = useField();
  const [by, setBy] = useState<By>(visit.accompaniedBy ?? "officer");
  const [name, setName] = useState(visit.accompaniedName ?? "");
  const [reason, setReason] = useState(visit.accompanimentReason ?? "");
  const { issue, problem, busy } = useIssue(scope);
  const known = useLive(async () => namesBefore(await rowsOf(db, scope, "visits"), by), [db, scope, by]) ?? [];
  async function save() {
    const args = { visitId: visit.id, by, name: by === "none" ? null : name, reason: by === "none" ? reason : null };
    const enterprise = shortName(visit.enterpriseName);
    const done = await issue([{ name: "visit.accompany", args, visitId: visit.id, about: "陪同人", enterprise }]);
    if (done) goTo({ page: "visit", scope, visitId: visit.id });
  }
  return (
    <Page
      title="谁陪同"
      onBack={() => goTo({ page: "visit", scope, visitId: visit.id })}
      actions={
        <button type="button" className="btn btn--primary btn--main" disabled={busy} onClick={() => void save()}>
          记下
        </button>
      }
    >
      <ProblemNote text={problem} />
      <div className="choices" role="radiogroup" aria-label="谁陪同">
        {choices.map((choice) => {
          const on = choice === by;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as wide buttons
            <button
              key={choice}
              type="button"
              role="radio"
              aria-checked={on}
              className={on ? "pick pick--on" : "pick"}
              onClick={() => setBy(choice)}
            >
              {ACCOMPANIED_BY_LABELS[choice].zh}
            </button>
          );
        })}
      </div>
      {by === "none" ? (
        <TextField
          label="没人陪同的原因"
          hint="原因会计数，印在记录上。"
          long
          value={reason}
          onChange={setReason}
          offers={reasons}
        />
      ) : (
        <TextField label="姓名" value={name} onChange={setName} offers={known} />
      )}
    </Page>
  );
}

/** Who came along before, latest first. */
function namesBefore(visits: VisitRows["visit"][], by: By): readonly string[] {
  const names = visits
    .filter((visit) => visit.accompaniedBy === by)
    .toSorted((a, b) => b.arrivedAt.localeCompare(a.arrivedAt))
    .flatMap((visit) => visit.accompaniedName ?? []);
  return [...new Set(names)].slice(0, 4);
}
