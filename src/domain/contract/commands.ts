// The contract with an agency (R1) and the services under it that are no visit (R2).
import { z } from "zod";
import { roleScope } from "../access/roles.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, type Many, many, type One, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Refused, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { forbiddenOrderWords } from "../law/own-words.ts";
import { schemeCommands } from "./scheme-commands.ts";

const enterpriseKey = (id: string): `enterprise ${string}` => `enterprise ${id}`;
const namedKey = (id: string): `named ${string}` => `named ${id}`;

type ConcludeNeeds = {
  known: One<"contracts">;
  sameNumber: One<"contracts">;
  scheme: One<"schemes">;
  engagement: One<"agencyEngagements">;
  contracts: Many<"contracts">;
  [enterprise: `enterprise ${string}`]: One<"enterprises">;
  [named: `named ${string}`]: Many<"contractEnterprises">;
};

/** R1: parties, period, enterprises served, visits owed, prices, acceptance rules. Entrusting the enterprises is a command of its own. */
const concludeContract = defineCommand({
  name: "contract.conclude",
  label: { zh: "登记合同", en: "Conclude contract" },
  by: ["officeLead", "system"],
  args: z.object({
    contractId: z.uuid(),
    schemeId: z.uuid(),
    agencyId: z.uuid(),
    number: text(60),
    partyA: text(120),
    partyB: text(120),
    startsOn: localDateSchema,
    endsOn: localDateSchema,
    visitsOwed: z.int().nonnegative(),
    amountFen: z.int().nonnegative(),
    visitPriceFen: z.int().nonnegative(),
    acceptanceRules: text(4000),
    enterpriseIds: z.array(z.uuid()).max(1000),
  }),
  needs: (args) => {
    const needs: ConcludeNeeds = {
      known: one("contracts", { id: args.contractId }),
      sameNumber: one("contracts", { number: args.number }),
      scheme: one("schemes", { id: args.schemeId }),
      engagement: one("agencyEngagements", { agencyId: args.agencyId }),
      contracts: many("contracts", {}),
    };
    for (const id of args.enterpriseIds) {
      needs[enterpriseKey(id)] = one("enterprises", { id });
      needs[namedKey(id)] = many("contractEnterprises", { enterpriseId: id });
    }
    return needs;
  },
  decide: (state, args, { tenantId, receivedAt }) => {
    const other = state.known ?? state.sameNumber;
    if (other) return refuse("contract.number_taken", { number: other.number });
    if (!state.scheme) return refuse("scheme.not_found");
    if (!state.engagement) return refuse("agency.not_engaged");
    if (args.endsOn < args.startsOn) return refuse("contract.days_reversed");
    const { contractId, enterpriseIds, ...parts } = args;
    const served = [...new Set(enterpriseIds)];
    if (served.some((id) => !state[enterpriseKey(id)])) return refuse("enterprise.not_found");
    const { agencyId } = args;
    if (args.visitsOwed > 0) {
      const twice = faultOfTwice(state.contracts, args, served, (id) => ({
        name: state[enterpriseKey(id)]?.name ?? "",
        named: state[namedKey(id)] ?? [],
      }));
      if (twice) return twice;
    }
    return ok(
      decided("contracts", contractId, [
        insert("contracts", { ...parts, tenantId, id: contractId, createdAt: receivedAt }),
        ...served.map((enterpriseId) =>
          insert("contractEnterprises", { tenantId, contractId, enterpriseId, agencyId, servedUntil: null }),
        ),
      ]),
    );
  },
});

/**
 * R1, R10: the visits of an enterprise are bought once. Two contracts that owe visits may not name it for the same days, or
 * each would count the other's visits and both would owe them. One that owes none, for talks or advice, may stand beside.
 */
function faultOfTwice(
  contracts: readonly Row<"contracts">[],
  days: { readonly startsOn: string; readonly endsOn: string },
  served: readonly string[],
  read: (id: string) => { readonly name: string; readonly named: readonly Row<"contractEnterprises">[] },
): Refused | undefined {
  const owing = new Map(contracts.filter((one) => one.visitsOwed > 0).map((one) => [one.id, one]));
  const twice = served.flatMap((id) => {
    const { name, named } = read(id);
    const numbers = named.flatMap((row) => {
      const beside = owing.get(row.contractId);
      const until = row.servedUntil ?? beside?.endsOn ?? "";
      return beside && beside.startsOn <= days.endsOn && days.startsOn <= until ? [beside.number] : [];
    });
    return numbers[0] === undefined ? [] : [{ name, number: numbers[0] }];
  });
  const [first] = twice;
  return first && refuse("contract.covers_twice", { name: first.name, number: first.number, count: twice.length });
}

type ReleaseNeeds = {
  contract: One<"contracts">;
  [named: `named ${string}`]: One<"contractEnterprises">;
};

/**
 * Enterprises leave a contract before its end, for instance because another agency takes them over under a contract of its own.
 * What was done for them until that day goes on counting.
 */
const releaseFromContract = defineCommand({
  name: "contract.release",
  label: { zh: "企业退出合同", en: "Release from contract" },
  by: ["officeLead", "system"],
  args: z.object({
    contractId: z.uuid(),
    enterpriseIds: z.array(z.uuid()).min(1).max(1000),
    /** The last day served under this contract. */
    servedUntil: localDateSchema,
    reason: text(300),
  }),
  needs: ({ contractId, enterpriseIds }) => {
    const needs: ReleaseNeeds = { contract: one("contracts", { id: contractId }) };
    for (const id of enterpriseIds) needs[namedKey(id)] = one("contractEnterprises", { contractId, enterpriseId: id });
    return needs;
  },
  decide: (state, { contractId, enterpriseIds, servedUntil }) => {
    const { contract } = state;
    if (!contract) return refuse("contract.not_found");
    const { number, startsOn, endsOn } = contract;
    if (servedUntil < startsOn || servedUntil >= endsOn) return refuse("contract.leaves_outside", { startsOn, endsOn });
    const rows = [...new Set(enterpriseIds)].flatMap((id) => state[namedKey(id)] ?? []);
    const serving = rows.filter((row) => row.servedUntil === null);
    if (serving.length === 0) return refuse("contract.none_named", { number });
    return ok(
      decided(
        "contracts",
        contractId,
        serving.map((row) => update("contractEnterprises", row, { servedUntil })),
      ),
    );
  },
});

/** R2: a talk, a training or advice is a service record like a visit. The agency records its own. */
const recordService = defineCommand({
  name: "service.record",
  label: { zh: "记一次服务", en: "Record service" },
  by: ["agencyLead", "expert", "officer", "officeLead", "memberUnit", "system"],
  args: z.object({
    serviceRecordId: z.uuid(),
    agencyId: z.uuid().nullish(),
    kind: z.enum(["technical", "management", "education"]),
    audience: z.enum(["subdistrict", "enterprise"]),
    title: text(120),
    heldOn: localDateSchema,
    place: text(120),
    attendees: z.int().min(0).max(100_000),
    summary: text(4000),
  }),
  needs: (args) => ({
    known: one("serviceRecords", { id: args.serviceRecordId }),
    engagement: one("agencyEngagements", { agencyId: args.agencyId ?? undefined }),
  }),
  decide: ({ known, engagement }, args, { tenantId, actor, today, receivedAt }) => {
    if (known) return refuse("service.known");
    const isAgency = roleScope[actor.role] === "agency";
    const agencyId = isAgency ? actor.scopeId : (args.agencyId ?? null);
    if (isAgency && args.agencyId && args.agencyId !== actor.scopeId) return refuse("service.own_agency_only");
    if (!isAgency && agencyId && !engagement) return refuse("agency.not_engaged");
    if (isAgency && forbiddenOrderWords(`${args.title}\n${args.summary}`).length > 0)
      return refuse("service.order_words");
    if (args.heldOn > today) return refuse("service.in_future");
    const { serviceRecordId: id, ...parts } = args;
    const row = { ...parts, tenantId, id, agencyId, recordedByName: actor.name, recordedAt: receivedAt };
    return ok(decided("serviceRecords", id, [insert("serviceRecords", row)]));
  },
});

export const contractCommands: readonly AnyCommand[] = [
  ...schemeCommands,
  concludeContract,
  releaseFromContract,
  recordService,
];
