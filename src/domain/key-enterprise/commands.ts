// R18: the list of key-hazard enterprises 重点隐患企业. On and off by a person's decision with its reasons; what is owed more
// while an enterprise is on it, and the checks made by enforcement. The list orders nothing and stops nothing.
import { z } from "zod";
import { localDateSchema, spokenDay } from "../calendar/local-date.ts";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { keyGrounds } from "./labels.ts";

const enter = defineCommand({
  name: "keyEnterprise.enter",
  label: { zh: "列入重点隐患企业", en: "Put on the key-hazard list" },
  by: ["officer", "officeLead"],
  args: z.object({
    keyEnterpriseId: z.uuid(),
    enterpriseId: z.uuid(),
    grounds: z.array(z.enum(keyGrounds)).min(1).max(keyGrounds.length),
    reason: text(2000),
    /** Visits beyond the plan while it is on the list. */
    extraVisits: z.int().min(0).max(24),
  }),
  needs: (args) => ({
    known: one("keyEnterprises", { id: args.keyEnterpriseId }),
    standing: one("keyEnterprises", { enterpriseId: args.enterpriseId, leftOn: null }),
    enterprise: one("enterprises", { id: args.enterpriseId }),
  }),
  decide: ({ known, standing, enterprise }, args, { tenantId, actor, today, receivedAt }) => {
    if (!enterprise) return refuse("enterprise.not_found");
    const there = standing ?? known;
    if (there) {
      return refuse("keyEnterprise.listed", { name: enterprise.name, since: spokenDay(there.enteredOn, today) });
    }
    const { keyEnterpriseId: id, enterpriseId, grounds, reason, extraVisits } = args;
    const row = {
      ...{ tenantId, id, enterpriseId, reason, extraVisits, grounds: JSON.stringify([...new Set(grounds)]) },
      ...{ agencyId: enterprise.agencyId, madeByAgencyId: null, communityId: enterprise.communityId },
      ...{ enteredOn: today, enteredByName: actor.name, enteredAt: receivedAt },
      ...{ leftOn: null, leftReason: null, leftByName: null, leftAt: null },
    };
    return ok(decided("keyEnterprises", id, [insert("keyEnterprises", row)]));
  },
});

const leave = defineCommand({
  name: "keyEnterprise.leave",
  label: { zh: "移出重点隐患企业", en: "Take off the key-hazard list" },
  by: ["officeLead"],
  args: z.object({ keyEnterpriseId: z.uuid(), reason: text(2000) }),
  needs: (args) => ({ row: one("keyEnterprises", { id: args.keyEnterpriseId }) }),
  decide: ({ row }, { reason }, { actor, today, receivedAt }) => {
    if (!row) return refuse("keyEnterprise.not_found");
    if (row.leftOn) {
      return refuse("keyEnterprise.left", { byName: row.leftByName ?? "", day: spokenDay(row.leftOn, today) });
    }
    const set = { leftOn: today, leftReason: reason, leftByName: actor.name, leftAt: receivedAt };
    return ok(decided("keyEnterprises", row.id, [update("keyEnterprises", row, set)]));
  },
});

/** Administrative Penalty Law article 42: enforcement acts are done by two persons with certificates. */
const officer = z.object({ name: text(60), certificateNo: text(60) });

const recordCheck = defineCommand({
  name: "enforcementCheck.record",
  label: { zh: "记一次执法检查", en: "Record an enforcement check" },
  by: ["enforcementOfficer", "officer", "officeLead"],
  args: z.object({
    checkId: z.uuid(),
    keyEnterpriseId: z.uuid(),
    checkedOn: localDateSchema,
    officers: z.array(officer).min(2).max(10),
    outcome: text(2000),
    documentNumber: optionalText(120),
  }),
  needs: (args) => ({
    known: one("enforcementChecks", { id: args.checkId }),
    row: one("keyEnterprises", { id: args.keyEnterpriseId }),
  }),
  decide: ({ known, row }, args, { actor, today, receivedAt }) => {
    if (!row) return refuse("keyEnterprise.not_found");
    if (known) return refuse("keyEnterprise.check_known");
    const { checkId: id, checkedOn, officers, outcome, documentNumber } = args;
    if (checkedOn < row.enteredOn || checkedOn > today) {
      return refuse("keyEnterprise.check_day", { day: spokenDay(checkedOn, today) });
    }
    if (new Set(officers.map((one) => one.certificateNo)).size < 2) return refuse("keyEnterprise.same_officer");
    const { tenantId, enterpriseId, agencyId, madeByAgencyId, communityId } = row;
    const check = {
      ...{ tenantId, id, keyEnterpriseId: row.id, enterpriseId, agencyId, madeByAgencyId, communityId },
      ...{ checkedOn, officers: JSON.stringify(officers), outcome, documentNumber },
      ...{ recordedByName: actor.name, recordedAt: receivedAt },
    };
    return ok(decided("keyEnterprises", row.id, [insert("enforcementChecks", check)]));
  },
});

export const keyEnterpriseCommands: readonly AnyCommand[] = [enter, leave, recordCheck];
