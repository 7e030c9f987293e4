// What stands above the tenants: divisions, tenants, agencies, accounts. Written only in the platform's own tenant and journal.
import { z } from "zod";
import { platformTenantId, type Role } from "../access/roles.ts";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, one } from "../kernel/command.ts";
import { ok, type Refused, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { creditCodeSchema } from "./credit-code.ts";
import { divisionPrefix } from "./membership-scope.ts";

const by: readonly Role[] = ["platformAdmin", "system"];

/** GB/T 2260 county code and its shorter and longer kin: province 2, city 4, county 6, subdistrict 9, community 12 digits. */
const divisionCodeSchema = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/);

/** What a person types to sign in; an e-mail address or a mobile number is one too. */
const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/);

function outsidePlatform(context: Context): Refused | undefined {
  return context.tenantId === platformTenantId ? undefined : refuse("organization.platform_only");
}

/** A place of the line nation, province, city, county, subdistrict. An observer sees all codes that begin with theirs. */
const registerDivision = defineCommand({
  name: "division.register",
  label: { zh: "登记区划", en: "Register division" },
  by,
  args: z.object({ code: divisionCodeSchema, name: text(60), parentCode: divisionCodeSchema.nullish() }),
  needs: (args) => ({
    known: one("divisions", { code: args.code }),
    parent: one("divisions", { code: args.parentCode ?? undefined }),
  }),
  decide: ({ known, parent }, args, context) => {
    const outside = outsidePlatform(context);
    if (outside) return outside;
    if (known) return refuse("division.known", { code: args.code, name: known.name });
    const parentCode = args.parentCode ?? null;
    if (parentCode && !parent) return refuse("division.not_found", { code: parentCode });
    if (parentCode && !args.code.startsWith(divisionPrefix(parentCode))) {
      return refuse("division.outside_parent", { code: args.code, parentCode });
    }
    return ok(decided("divisions", args.code, [insert("divisions", { code: args.code, name: args.name, parentCode })]));
  },
});

/** A subdistrict becomes a tenant; only `init` makes the platform's own, before anybody can sign in. */
const createTenant = defineCommand({
  name: "tenant.create",
  label: { zh: "开通街道", en: "Create tenant" },
  by,
  args: z.object({
    tenantId: z.uuid(),
    kind: z.enum(["platform", "subdistrict"]).default("subdistrict"),
    name: text(60),
    divisionCode: divisionCodeSchema,
  }),
  needs: (args) => ({
    known: one("tenants", { id: args.tenantId }),
    division: one("divisions", { code: args.divisionCode }),
  }),
  decide: ({ known, division }, args, context) => {
    const outside = outsidePlatform(context);
    if (outside) return outside;
    if (known) return refuse("tenant.known", { name: known.name });
    const isPlatform = args.tenantId === platformTenantId;
    if ((args.kind === "platform") !== isPlatform) return refuse("tenant.one_platform");
    if (!division && !isPlatform) return refuse("division.not_found", { code: args.divisionCode });
    const { tenantId: id, kind, name, divisionCode } = args;
    const row = { id, kind, name, divisionCode, createdAt: context.receivedAt };
    return ok(decided("tenants", id, [insert("tenants", row)]));
  },
});

/** A third-party agency 机构, known once for all tenants; each tenant engages it by itself. */
const createAgency = defineCommand({
  name: "agency.create",
  label: { zh: "登记机构", en: "Register agency" },
  by,
  args: z.object({ agencyId: z.uuid(), name: text(120), creditCode: creditCodeSchema.nullish() }),
  needs: (args) => ({
    known: one("agencies", { id: args.agencyId }),
    sameCode: one("agencies", { creditCode: args.creditCode ?? undefined }),
  }),
  decide: ({ known, sameCode }, args, context) => {
    const outside = outsidePlatform(context);
    if (outside) return outside;
    const other = known ?? sameCode;
    if (other) return refuse("agency.known", { name: other.name });
    const { agencyId: id, name, creditCode } = args;
    const row = { id, name, creditCode: creditCode ?? null, createdAt: context.receivedAt };
    return ok(decided("agencies", id, [insert("agencies", row)]));
  },
});

/** A person who can sign in. What they may do comes from memberships; the password never passes through a command. */
const createAccount = defineCommand({
  name: "account.create",
  label: { zh: "开账号", en: "Create account" },
  by,
  args: z.object({ accountId: z.uuid(), login: loginSchema, displayName: text(60) }),
  needs: (args) => ({
    known: one("accounts", { id: args.accountId }),
    sameLogin: one("accounts", { login: args.login }),
  }),
  decide: ({ known, sameLogin }, args, context) => {
    const outside = outsidePlatform(context);
    if (outside) return outside;
    if (known ?? sameLogin) return refuse("account.login_taken", { login: args.login });
    const { accountId: id, login, displayName } = args;
    const row = { id, login, displayName, state: "active" as const, createdAt: context.receivedAt };
    return ok(decided("accounts", id, [insert("accounts", row)]));
  },
});

/** The person left: the account signs in no more. What it did stays under its name. */
const closeAccount = defineCommand({
  name: "account.close",
  label: { zh: "停用账号", en: "Close account" },
  by,
  args: z.object({ accountId: z.uuid() }),
  needs: (args) => ({ account: one("accounts", { id: args.accountId }) }),
  decide: ({ account }, args, context) => {
    const outside = outsidePlatform(context);
    if (outside) return outside;
    if (!account) return refuse("account.not_found");
    if (account.state === "closed") return refuse("account.closed", { name: account.displayName });
    return ok(decided("accounts", args.accountId, [update("accounts", account, { state: "closed" })]));
  },
});

export const platformCommands: readonly AnyCommand[] = [
  registerDivision,
  createTenant,
  createAgency,
  createAccount,
  closeAccount,
];
