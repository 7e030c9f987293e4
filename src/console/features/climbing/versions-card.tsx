// 改动记录: who changed the rules when and why, and for the last step what the preview showed.
import type { ClimbingVersion } from "#api/climbing.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay } from "../../appearance/language.ts";
import { shortDay, shortInstant } from "../../words/day-words.ts";

export function VersionsCard({
  versions,
  day,
}: {
  readonly versions: readonly ClimbingVersion[];
  readonly day: string;
}) {
  const say = useSay();
  return (
    <section className="card" aria-labelledby="versions">
      <div className="card__head">
        <h2 id="versions">{say("改动记录", "Changes")}</h2>
      </div>
      {versions.length === 0 ? (
        <EmptyState icon="list" title={say("还没有改过，用的是系统给的天数", "Never changed: the given days stand")} />
      ) : (
        <ol className="card__body climbing__steps">
          {versions.map((version) => (
            <li key={version.id}>
              <span>
                {version.reason}
                <span className="table__sub">
                  <Dotted
                    parts={[
                      version.changedByName,
                      shortInstant(version.changedAt, day),
                      version.previewedHits === null
                        ? null
                        : say(
                            `试算时会报领导小组${version.previewedHits}条`,
                            `${version.previewedHits} in the preview`,
                          ),
                    ]}
                  />
                </span>
              </span>
              <b>{say(`${shortDay(version.validFrom, day)}起`, `from ${version.validFrom}`)}</b>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
