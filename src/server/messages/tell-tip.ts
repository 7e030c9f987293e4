// A tip from the public is told to the office at once; a complaint to the office lead alone, and never to a group or with its words.
import type { Role } from "#domain/access/roles.ts";
import { dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Tips } from "#domain/rows.generated.ts";
import { isComplaint } from "#domain/tip/labels.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { hearersOn } from "./hearers.ts";
import { type Addressee, type Told, tell } from "./tell.ts";

const SHOWN = 60;

/** Answers how many messages are new. */
export function tellTip(services: Services, tenantId: string, tipId: string): Promise<number> {
  const { database, clock, publicUrl } = services;
  return asActor(database, tenantId, systemActor("messages.tellTip"), async (tx) => {
    const tip = await tx.db.selectFrom("tips").selectAll().where("id", "=", tipId).executeTakeFirst();
    if (!tip) return 0;
    const now = clock.now();
    const complaint = isComplaint(tip.about);
    const hear: readonly Role[] = complaint ? ["officeLead"] : ["officer", "officeLead"];
    const people = (await hearersOn(tx, dayOf(now))).filter(({ role }) => hear.some((one) => one === role));
    const members: Addressee[] = people.map(({ id }) => ({ membershipId: id }));
    const addressees = complaint ? members : [...members, "groups" as const];
    return tell(
      tx,
      addressees.map((to) => messageOf(tip, to, publicUrl, dayOf(now))),
      now,
    );
  });
}

function messageOf(tip: Tips, to: Addressee, publicUrl: string, day: string): Told {
  const event = isComplaint(tip.about) ? ("tip.complaint" as const) : ("tip.reported" as const);
  const words = { 编号: tip.number, 期限: spokenDay(tip.triageDue, day), 链接: `${publicUrl}/console/tips/${tip.id}` };
  return {
    id: derivedId(tip.id, `${event} ${to === "groups" ? to : Object.values(to).join()}`),
    ...{ event, to, subject: { type: "tips", id: tip.id } },
    words: isComplaint(tip.about) ? words : { ...words, 情况: shortened(tip.text), 地点: whereOf(tip) },
  };
}

function shortened(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, " ")];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join("")}……` : letters.join("");
}

function whereOf({ enterpriseWords, place }: Tips): string {
  return [enterpriseWords, place].filter(Boolean).join("，");
}
