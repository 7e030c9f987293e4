// Arriving: one fix of the place, the chosen tasks, and a visit that is there at once.
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { findPlace } from "../../photo/place-fix.ts";
import { correctedNow } from "../../store/device.ts";
import type { SiteRows } from "./site-rows.ts";

const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code of a visit nobody planned: L, the day, and five letters made on the phone. */
function unplannedCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(5));
  const letters = Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join("");
  return `L${dayOf(correctedNow()).slice(2).replaceAll("-", "")}-${letters}`;
}

export function useStartVisit(scope: string, rows: SiteRows) {
  const { issue, problem, busy } = useIssue(scope);
  const [arriving, setArriving] = useState(false);
  async function start(tasks: readonly Row<"tasks">[], kind: Row<"visits">["kind"]): Promise<void> {
    setArriving(true);
    const at = correctedNow();
    const place = await findPlace(2_500);
    const visitId = uuidv7();
    const first = tasks.find((task) => task.kind === "inspection") ?? tasks[0];
    const args = {
      visitId,
      siteId: rows.site.id,
      taskIds: tasks.map((task) => task.id),
      taskCode: first?.code ?? unplannedCode(),
      kind,
      arrived: { at, ...place },
    };
    const enterprise = shortName(rows.enterprise.name);
    const done = await issue([{ name: "visit.start", args, visitId, about: "到场", enterprise }]);
    setArriving(false);
    if (done) goTo({ page: "visit", scope, visitId });
  }
  return { start, problem, busy: busy || arriving };
}
