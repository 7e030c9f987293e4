// Two walls: what is not visible is not found, also when the first wall is taken out of the query.
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf, membershipsOf } from "#server/access/sessions.ts";
import { asActor } from "#server/db/transaction.ts";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict, type Visited } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let visited: readonly [Visited, Visited];

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  visited = [await inspect(subdistrict, subdistrict.first), await inspect(subdistrict, subdistrict.second)];
});
afterAll(() => subdistrict.close());

/** Counts rows with nothing but the actor set: no condition of ours, the second wall alone. */
async function bareCount(
  person: Person,
  table: "hazards" | "visits" | "enterprises" | "documents" | "photoSlots" | "hazardActs",
  tenantId = person.tenantId,
) {
  const { services } = subdistrict.office.instance;
  const membership = (await membershipsOf(services.database, person.accountId, services.clock.now()))[0];
  if (!membership) throw new Error("no membership");
  return asActor(services.database, tenantId, actorOf(membership), async ({ db }) => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return row.n;
  });
}

test("office sees both, each agency and each community only its own", async () => {
  for (const table of ["hazards", "visits", "enterprises", "documents", "photoSlots", "hazardActs"] as const) {
    const all = await bareCount(subdistrict.officer, table);
    const one = await bareCount(subdistrict.first.expert, table);
    const other = await bareCount(subdistrict.second.expert, table);
    expect([table, one > 0, other > 0]).toEqual([table, true, true]);
    expect([table, one + other]).toEqual([table, all]);
    expect([table, await bareCount(subdistrict.first.communityOfficer, table)]).toEqual([table, one]);
  }
});

test("an enterprise sees only itself", async () => {
  const owner = await subdistrict.office.addPerson("enterprisePrincipal", "何先生（演示）", {
    scopeId: subdistrict.first.enterpriseId,
  });
  expect(await bareCount(owner, "enterprises")).toBe(1);
  expect(await bareCount(owner, "hazards")).toBe(2);
});

test("another tenant sees nothing, whatever tenant its session names", async () => {
  const { office } = subdistrict;
  const tenantId = await office.addTenant("别的街道（演示）");
  const stranger = await office.addPerson("officer", "外街道科员（演示）", { tenantId });
  expect(await bareCount(stranger, "hazards")).toBe(0);
});

test("people, observers and the public see no hazard", async () => {
  const admin = await subdistrict.office.addPerson("tenantAdmin", "管理员（演示）");
  expect(await bareCount(admin, "hazards")).toBe(0);
  expect(await bareCount(admin, "enterprises")).toBe(0);
});

test("an expert of one agency cannot act on the other's hazard: not found", async () => {
  const hazardId = visited[1].hazardIds[0];
  const outcome = await subdistrict.first.expert.send("severity.suspect", { hazardId, severityCase: "试试" });
  expect(outcome.status).toBe("refused");
  expect(outcome.problem?.code).toMatch(/not_found/);
});
