// What must be heard at once about one hazard: suspected major, more time asked or decided, a referral proposed. Read from the
// rows as they are now, so that the job may run late or twice; the ids follow from the matter, and each is told once.
import type { Role } from "#domain/access/roles.ts";
import { dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { groundLabels } from "#domain/enforcement/labels.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { MessageEvent } from "#domain/messages/events.ts";
import type { Hazards } from "#domain/rows.generated.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { hearersOn } from "./hearers.ts";
import { type Addressee, type Told, tell } from "./tell.ts";

interface Matter {
  readonly id: string;
  readonly event: MessageEvent;
  /** Office roles hear of everything here; these hear of what is theirs. */
  readonly alsoAgency?: boolean;
  readonly enterpriseOnly?: boolean;
  readonly words: Readonly<Record<string, string>>;
}

const office: readonly Role[] = ["officer", "officeLead"];
const enterprise: readonly Role[] = ["enterprisePrincipal", "enterpriseStaff"];

/** Tells what stands about a hazard and was not told yet; answers how many messages are new. */
export function tellHazard(services: Services, tenantId: string, hazardId: string): Promise<number> {
  const { database, clock, publicUrl } = services;
  return asActor(database, tenantId, systemActor("messages.tellHazard"), async (tx) => {
    const hazard = await tx.db
      .selectFrom("hazards as h")
      .innerJoin("enterprises as e", (join) =>
        join.onRef("e.tenantId", "=", "h.tenantId").onRef("e.id", "=", "h.enterpriseId"),
      )
      .selectAll("h")
      .select("e.name as enterpriseName")
      .where("h.tenantId", "=", tenantId)
      .where("h.id", "=", hazardId)
      .executeTakeFirst();
    if (!hazard) return 0;
    const now = clock.now();
    const matters = await mattersOf(tx, hazard);
    const people = await hearersOn(tx, dayOf(now));
    const told = matters.flatMap((matter) => {
      const addressees = [...addresseesOf(matter, hazard, people), "groups" as const];
      return addressees.map((to) => messageOf(matter, hazard, to, publicUrl, dayOf(now)));
    });
    return tell(tx, told, now);
  });
}

async function mattersOf(tx: Transaction, hazard: Hazards): Promise<Matter[]> {
  const matters: Matter[] = [];
  if (hazard.severity === "suspectedMajor")
    matters.push({
      id: `suspected ${hazard.suspectedAt ?? hazard.round}`,
      event: "hazard.suspectedMajor",
      alsoAgency: true,
      words: {},
    });
  const extensions = await tx.db.selectFrom("extensions").selectAll().where("hazardId", "=", hazard.id).execute();
  for (const one of extensions)
    matters.push(
      one.state === "asked"
        ? { id: one.id, event: "extension.asked", words: { 天数: String(one.daysNeeded), 理由: one.reason } }
        : {
            id: `${one.id} ${one.state}`,
            event: "extension.decided",
            enterpriseOnly: true,
            words: { 答复: answerOf(one) },
          },
    );
  const referrals = await tx.db
    .selectFrom("referrals")
    .selectAll()
    .where("hazardId", "=", hazard.id)
    .where("state", "=", "proposed")
    .execute();
  for (const one of referrals)
    matters.push({
      ...{ id: one.id, event: "referral.proposed" as const },
      words: { 理由: `${groundLabels[one.ground].zh}，${one.reason}` },
    });
  return matters;
}

function answerOf(one: { readonly grantedUntil: string | null; readonly decisionReason: string | null }): string {
  const reason = one.decisionReason ? `（${one.decisionReason}）` : "";
  return one.grantedUntil ? `同意延到${spokenDay(one.grantedUntil)}${reason}` : `没有同意${reason}`;
}

type Person = Awaited<ReturnType<typeof hearersOn>>[number];

function addresseesOf(matter: Matter, hazard: Hazards, people: readonly Person[]): Addressee[] {
  const hears = ({ role, scopeId }: Person) => {
    if (matter.enterpriseOnly) return enterprise.some((one) => one === role) && scopeId === hazard.enterpriseId;
    if (office.some((one) => one === role)) return true;
    return matter.alsoAgency === true && role === "agencyLead" && scopeId === hazard.agencyId;
  };
  const members = people.filter(hears).map(({ id }) => ({ membershipId: id }));
  return matter.enterpriseOnly ? [...members, { enterpriseId: hazard.enterpriseId }] : members;
}

function messageOf(
  matter: Matter,
  hazard: Hazards & { readonly enterpriseName: string },
  to: Addressee,
  publicUrl: string,
  day: string,
): Told {
  const page = matter.enterpriseOnly ? "/enterprise" : `/console/hazards/${hazard.id}`;
  return {
    id: derivedId(hazard.id, `${matter.event} ${matter.id} ${to === "groups" ? to : Object.values(to).join()}`),
    event: matter.event,
    to,
    subject: { type: "hazards", id: hazard.id },
    words: {
      ...{ 企业: hazard.enterpriseName, 隐患: hazard.description, 部位: hazard.place, 编号: hazard.number },
      ...(hazard.rectificationDue ? { 期限: spokenDay(hazard.rectificationDue, day) } : {}),
      ...matter.words,
      链接: `${publicUrl}${page}`,
    },
  };
}
