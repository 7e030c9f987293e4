// What the server refused: its words, and the ways on: repair by a new command, or let it rest. It is never dropped silently.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { clockOf } from "#domain/calendar/local-date.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { type FieldRoute, goTo } from "../../app/route.ts";
import { dismiss, retryPhoto } from "../../outbox/outbox-store.ts";
import type { OutboxCommand, OutboxPhoto } from "../../store/field-database.ts";
import { retractReinspectDraft } from "./repair-drafts.ts";

export function StuckCommand({ command }: { readonly command: OutboxCommand }) {
  const { db } = useField();
  const repair = repairOf(command);
  async function open() {
    if (!repair) return;
    await retractReinspectDraft(db, command);
    goTo(repair);
  }
  return (
    <div className="line line--top">
      <span className="dot dot--late">
        <Icon name="alert" />
      </span>
      <span className="grow">
        <span className="line__t">“{command.about}”没收下</span>
        <br />
        <span className="line__s">
          <Dotted parts={[command.enterprise, clockOf(command.occurredAt), command.problem?.text]} />
        </span>
        <span className="chiprow" style={{ marginTop: 10 }}>
          {repair ? (
            <button type="button" className="pick" onClick={() => void open()}>
              <Icon name="pen" />
              改好再交
            </button>
          ) : null}
          <button type="button" className="pick" onClick={() => void dismiss(db, command.id)}>
            知道了，不再交
          </button>
        </span>
      </span>
    </div>
  );
}

/** The form that makes a command of this kind, filled in as it was. */
function repairOf(command: OutboxCommand): FieldRoute | undefined {
  const { scope, visitId, name, id } = command;
  if (!visitId) return undefined;
  const hazardId = hazardIdOf(command);
  switch (name) {
    case "hazard.record":
      return { page: "capture", scope, visitId, draftId: uuidv7(), repairs: id };
    case "reinspection.pass":
    case "reinspection.fail":
      return hazardId ? { page: "reinspect", scope, visitId, hazardId, repairs: id } : undefined;
    case "hazard.fixOnSite":
      return hazardId ? { page: "fix", scope, visitId, hazardId, repairs: id } : undefined;
    case "visit.accompany":
      return { page: "accompany", scope, visitId };
    case "visit.finish":
    case "onSiteRecord.serve":
      return { page: "finish", scope, visitId };
    case "finding.record":
      return { page: "visit", scope, visitId };
    default:
      return undefined;
  }
}

function hazardIdOf({ text }: OutboxCommand): string | undefined {
  const parsed = z.object({ args: z.object({ hazardId: z.string() }) }).safeParse(JSON.parse(text));
  return parsed.success ? parsed.data.args.hazardId : undefined;
}

export function StuckPhoto({ photo }: { readonly photo: OutboxPhoto }) {
  const { db, loop } = useField();
  return (
    <div className="line line--top">
      <span className="dot dot--late">
        <Icon name="image" />
      </span>
      <span className="grow">
        <span className="line__t">一张照片没收下</span>
        <br />
        <span className="line__s">
          <Dotted parts={[photo.enterprise, clockOf(photo.takenAt), photo.problem?.text]} />
        </span>
        <span className="chiprow" style={{ marginTop: 10 }}>
          <button type="button" className="pick" onClick={() => void retryPhoto(db, photo).then(() => loop.wake())}>
            再送一次
          </button>
        </span>
      </span>
    </div>
  );
}
