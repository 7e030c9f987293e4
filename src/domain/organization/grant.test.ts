import { describe, expect, it } from "vitest";
import { MemoryStore, runCommand } from "../../../test/stories/memory-store.ts";
import { agencyId, contextOf, idOf, person, tenantId } from "../../../test/stories/story-context.ts";
import { type Actor, platformTenantId, roles } from "../access/roles.ts";
import { organizationCommands } from "./commands.ts";
import { type GrantedRole, grantedRoles, type ScopeKind, scopeKindOf, scopeKinds } from "./membership-scope.ts";

const NOW = "2026-04-01T01:00:00.000Z";
const OTHER_AGENCY = idOf("other agency");
const COMMUNITY = idOf("community");
const ENTERPRISE = idOf("enterprise");

const scopeIds: Readonly<Partial<Record<ScopeKind, string>>> = {
  agency: agencyId,
  community: COMMUNITY,
  enterprise: ENTERPRISE,
};

function tenant(at = tenantId): MemoryStore {
  const store = new MemoryStore();
  const account = { login: "wang", displayName: "王工", state: "active", createdAt: NOW } as const;
  store.put("accounts", { id: idOf("account"), ...account });
  store.put("accounts", { id: idOf("gone"), ...account, login: "gone", state: "closed" });
  store.put("divisions", { code: "330100", name: "杭州市", parentCode: null });
  for (const id of [agencyId, OTHER_AGENCY]) {
    store.put("agencyEngagements", {
      tenantId: at,
      agencyId: id,
      agencyName: "安信",
      validFrom: "2026-01-01",
      validTo: null,
    });
  }
  store.put("communities", { tenantId: at, id: COMMUNITY, name: "湘湖社区", kind: "residentialCommunity" });
  return store;
}

function run(store: MemoryStore, actor: Actor, name: string, args: unknown, at = tenantId): string {
  const command = organizationCommands.find((one) => one.name === name);
  if (!command) throw new Error(name);
  const result = runCommand(store, command, args, { ...contextOf(actor, NOW), tenantId: at });
  return result.ok ? "ok" : result.problem.code;
}

function grant(role: GrantedRole, scopeKind = scopeKindOf(role), change: object = {}) {
  const divisionCode = scopeKind === "division" ? "330100" : null;
  return {
    ...{ membershipId: idOf("membership"), accountId: idOf("account"), role, scopeKind, divisionCode },
    ...{ scopeId: scopeIds[scopeKind] ?? null, displayName: "王工", title: "", validFrom: "2026-04-01" },
    ...change,
  };
}

const admin = person("管理员", "tenantAdmin");
const lead: Actor = { ...person("陈经理", "agencyLead"), scopeId: agencyId };
const platformOnly = new Set<GrantedRole>(["observer", "platformAdmin", "lawEditor"]);

describe("granting", () => {
  it.each(grantedRoles)("lets %s only into the scope and the tenant that fit", (role) => {
    for (const scopeKind of scopeKinds) {
      for (const at of [tenantId, platformTenantId]) {
        const fits = scopeKind === scopeKindOf(role) && platformOnly.has(role) === (at === platformTenantId);
        expect(
          run(tenant(at), admin, "membership.grant", grant(role, scopeKind), at) === "ok",
          `${scopeKind} ${at}`,
        ).toBe(fits);
      }
    }
  });

  it.each(roles)("is open to %s as the table says", (role) => {
    const actor = role === "agencyLead" ? lead : person(role, role);
    const granted = grantedRoles.filter(
      (given) => !platformOnly.has(given) && run(tenant(), actor, "membership.grant", grant(given)) === "ok",
    );
    const all = grantedRoles.filter((given) => !platformOnly.has(given));
    // Only the system sees enterprises, and this one is not there.
    const withoutEnterprise = all.filter((given) => scopeKindOf(given) !== "enterprise");
    if (role === "tenantAdmin" || role === "platformAdmin") expect(granted).toEqual(all);
    else if (role === "system") expect(granted).toEqual(withoutEnterprise);
    else if (role === "agencyLead") expect(granted).toEqual(["agencyLead", "agencyReviewer", "expert"]);
    else if (role === "officer" || role === "officeLead") expect(granted).toEqual(["communityOfficer"]);
    else expect(granted).toEqual([]);
  });

  it("lets the office name its enterprises' people, and nobody of the office or an agency", () => {
    const officer = person("陆科员", "officer");
    const store = tenant();
    store.put("enterprises", {
      ...{ tenantId, id: ENTERPRISE, name: "恒达机械", registerNo: 1, createdAt: NOW, tags: "[]" },
      ...{ aboveScale: null, agencyId: null, communityId: null, creditCode: null, employees: null, industry: null },
      ...{ industryKind: null, mainRevenueFen: null, mergedInto: null, principalName: null, principalPhone: null },
      ...{ renamedFrom: null, revenueYear: null, riskLevel: null },
    });
    expect(run(store, officer, "membership.grant", grant("enterprisePrincipal"))).toBe("ok");
    for (const role of ["officer", "tenantAdmin", "expert", "leader"] as const)
      expect(run(tenant(), officer, "membership.grant", grant(role))).toBe("membership.office_invites");
    const end = { membershipId: idOf("membership"), validTo: "2026-04-01" };
    expect(run(store, officer, "membership.end", end)).toBe("ok");
  });

  it("keeps an agency's lead to the own agency", () => {
    expect(run(tenant(), lead, "membership.grant", grant("expert", "agency", { scopeId: OTHER_AGENCY }))).toBe(
      "membership.own_agency_only",
    );
  });

  it("refuses what is not there, closed, held, reversed or without its scope", () => {
    const cases: [object, string][] = [
      [{ accountId: idOf("nobody") }, "account.not_found"],
      [{ accountId: idOf("gone") }, "account.closed"],
      [{ validTo: "2026-03-01" }, "membership.days_reversed"],
      [{ scopeId: null }, "membership.scope_unfit"],
      [{ scopeId: idOf("stranger") }, "agency.not_engaged"],
    ];
    for (const [change, code] of cases)
      expect(run(tenant(), admin, "membership.grant", grant("expert", "agency", change))).toBe(code);
    const store = tenant();
    expect(run(store, admin, "membership.grant", grant("expert"))).toBe("ok");
    const again = grant("expert", "agency", { membershipId: idOf("second") });
    expect(run(store, admin, "membership.grant", again)).toBe("membership.held");
  });

  it("stores an observer's division as the beginning of the codes below it", () => {
    const store = tenant(platformTenantId);
    expect(run(store, person("平台", "platformAdmin"), "membership.grant", grant("observer"), platformTenantId)).toBe(
      "ok",
    );
    expect(store.rows("memberships")[0]?.divisionCode).toBe("3301");
  });
});

describe("ending", () => {
  const end = (validTo: string) => ({ membershipId: idOf("membership"), validTo });

  it("ends at once or later, never back in time, never oneself", () => {
    const store = tenant();
    run(store, admin, "membership.grant", grant("expert"));
    expect(run(store, admin, "membership.end", end("2026-03-30"))).toBe("membership.ends_in_past");
    expect(run(store, { ...admin, id: idOf("membership") }, "membership.end", end("2026-04-30"))).toBe(
      "membership.own",
    );
    expect(run(store, { ...lead, scopeId: OTHER_AGENCY }, "membership.end", end("2026-04-30"))).toBe(
      "membership.own_agency_only",
    );
    expect(run(store, lead, "membership.end", end("2026-03-31"))).toBe("ok");
    expect(run(store, admin, "membership.end", end("2026-04-30"))).toBe("membership.over");
  });
});

describe("the platform", () => {
  it("alone writes what stands above the tenants", () => {
    const boss = person("平台", "platformAdmin");
    const account = { accountId: idOf("new"), login: " Li.Gong ", displayName: "李工" };
    expect(run(tenant(), boss, "account.create", account)).toBe("organization.platform_only");
    const store = tenant(platformTenantId);
    expect(run(store, boss, "account.create", account, platformTenantId)).toBe("ok");
    expect(store.find("accounts", { id: idOf("new") })?.login).toBe("li.gong");
    expect(run(store, boss, "account.create", { ...account, accountId: idOf("newer") }, platformTenantId)).toBe(
      "account.login_taken",
    );
    expect(run(store, boss, "account.close", { accountId: idOf("new") }, platformTenantId)).toBe("ok");
    expect(run(store, boss, "account.close", { accountId: idOf("new") }, platformTenantId)).toBe("account.closed");
  });

  it("registers divisions below their parents and tenants in them", () => {
    const store = tenant(platformTenantId);
    const boss = person("平台", "platformAdmin");
    const register = (args: object) => run(store, boss, "division.register", args, platformTenantId);
    expect(register({ code: "330109", name: "萧山区", parentCode: "330100" })).toBe("ok");
    expect(register({ code: "330109", name: "萧山区", parentCode: "330100" })).toBe("division.known");
    expect(register({ code: "330204", name: "江北区", parentCode: "330100" })).toBe("division.outside_parent");
    const street = { tenantId: idOf("street"), name: "蜀山街道", divisionCode: "330109001" };
    expect(run(store, boss, "tenant.create", street, platformTenantId)).toBe("division.not_found");
    expect(register({ code: "330109001", name: "蜀山街道", parentCode: "330109" })).toBe("ok");
    expect(run(store, boss, "tenant.create", street, platformTenantId)).toBe("ok");
    expect(
      run(store, boss, "tenant.create", { ...street, tenantId: idOf("x"), kind: "platform" }, platformTenantId),
    ).toBe("tenant.one_platform");
  });
});
