// Every role against every command and every route. What was observed is written to docs/role-matrix.md, which a person reviews.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import { platformTenantId, roleLabels, roles } from "#domain/access/roles.ts";
import { commands } from "#domain/commands.ts";
import { grantedRoles, hasScopeId, platformRoles, scopeKindOf } from "#domain/organization/membership-scope.ts";
import type { Person } from "./setup/people.ts";
import { openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
const people = new Map<Role, Person>();

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  const { office, first } = subdistrict;
  const scopeIds = { agency: first.agencyId, community: first.communityId, enterprise: first.enterpriseId };
  for (const role of grantedRoles) {
    const kind = scopeKindOf(role);
    const options = {
      ...(hasScopeId(kind) && kind in scopeIds ? { scopeId: scopeIds[kind as keyof typeof scopeIds] } : {}),
      ...(platformRoles.has(role) ? { tenantId: platformTenantId } : {}),
      ...(role === "observer" ? { divisionCode: "330109001" } : {}),
    };
    people.set(role, await office.addPerson(role, `${roleLabels[role].zh}（演示）`, options));
  }
});
afterAll(() => subdistrict.close());

const columns = roles.filter((role) => role !== "public" && role !== "system" && role !== "linkHolder");

/** Whether a role may try a command: anything but being told that the step is not theirs. */
async function tryCommands(person: Person): Promise<Set<string>> {
  const allowed = new Set<string>();
  for (const { name } of commands) {
    const outcome = await person.send(name, {});
    expect([person.role, name, outcome.status]).toEqual([person.role, name, "refused"]);
    if (outcome.problem?.code !== "command.not_yours") allowed.add(name);
  }
  return allowed;
}

const placeholder = "01900000-0000-7000-8000-000000000000";

async function tryRoutes(person: Person): Promise<Set<string>> {
  const allowed = new Set<string>();
  for (const { method, url, by } of apiRoutes()) {
    const path = url
      .replaceAll(/:tenantId/g, person.tenantId)
      .replaceAll(/:sha256/g, "0".repeat(64))
      .replaceAll(/:\w+/g, placeholder);
    if (url === "/api/v1/session" && method === "DELETE") continue;
    const { status } = await person.request({
      method: method as "GET",
      url: path,
      ...(method === "GET" ? {} : { payload: {} }),
    });
    expect([person.role, method, url, status < 500], `${status}`).toEqual([person.role, method, url, true]);
    if (status !== 403) allowed.add(`${method} ${url}`);
    if (Array.isArray(by))
      expect([person.role, method, url, status !== 403]).toEqual([person.role, method, url, by.includes(person.role)]);
  }
  return allowed;
}

function apiRoutes() {
  return subdistrict.office.app.registeredRoutes.filter(({ url }) => url.startsWith("/api/") && !url.includes("*"));
}

test("every route says who may call it", () => {
  const silent = subdistrict.office.app.registeredRoutes
    .filter(({ by }) => by === undefined)
    .map(({ method, url }) => `${method} ${url}`);
  expect(silent).toEqual([]);
});

test("the matrix that was observed is the one that was reviewed", async () => {
  const mayCommand = new Map<Role, Set<string>>();
  const mayCall = new Map<Role, Set<string>>();
  for (const [role, person] of people) {
    mayCommand.set(role, await tryCommands(person));
    mayCall.set(role, await tryRoutes(person));
  }
  const routes = apiRoutes()
    .map(({ method, url }) => `${method} ${url}`)
    .filter((one) => one !== "DELETE /api/v1/session");
  const page = [
    "# Who may do what",
    "",
    "Observed by `test/integration/role-matrix.test.ts`, which signs in as every role and tries everything. Finer cuts (own agency, own community, own enterprise) are `visibility.ts` and row security.",
    "",
    "## Commands",
    "",
    ...tableOf(
      commands.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en")),
      mayCommand,
    ),
    "",
    "## Routes",
    "",
    ...tableOf(
      [...new Set(routes)].sort((a, b) => a.localeCompare(b, "en")),
      mayCall,
    ),
    "",
  ];
  await expect(page.join("\n")).toMatchFileSnapshot("../../docs/role-matrix.md");
});

function tableOf(names: readonly string[], may: ReadonlyMap<Role, ReadonlySet<string>>): string[] {
  const short = columns.map((role) => role);
  return [
    `| | ${short.join(" | ")} |`,
    `| --- |${columns.map(() => " --- |").join("")}`,
    ...names.map(
      (name) => `| \`${name}\` | ${columns.map((role) => (may.get(role)?.has(name) ? "●" : "")).join(" | ")} |`,
    ),
  ];
}

test("without a session every route that needs one answers 401", async () => {
  for (const { method, url, by } of apiRoutes()) {
    if (by === "anyone") continue;
    const path = url.replaceAll(/:tenantId/g, placeholder).replaceAll(/:\w+/g, placeholder);
    const response = await subdistrict.office.app.inject({ method: method as "GET", url: path });
    expect([method, url, response.statusCode]).toEqual([method, url, 401]);
  }
});
