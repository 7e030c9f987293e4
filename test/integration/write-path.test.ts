// The one write path: repeats, other bytes, foreign replays, refusals in the middle, and the journal they leave.
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { newId, openTestOffice, type Person, type TestOffice } from "./setup/people.ts";

let office: TestOffice;
let officer: Person;
let colleague: Person;

beforeAll(async () => {
  office = await openTestOffice();
  officer = await office.addPerson("officer", "陆科员（演示）");
  colleague = await office.addPerson("officer", "方科员（演示）");
});
afterAll(() => office.close());

const text = (person: Person, id: string, name: string, args: unknown) =>
  JSON.stringify({
    v: 1,
    id,
    tenant: person.tenantId,
    membership: person.membershipId,
    name,
    args,
    occurredAt: office.clock.now(),
  });
const community = (name: string) => ({ communityId: newId(), name, kind: "village" });

test("a command sent again gets its stored outcome and changes nothing", async () => {
  const command = text(officer, newId(), "community.register", community("石埠村（演示）"));
  const first = await officer.post("/api/v1/commands", { commands: [command] });
  const second = await officer.post("/api/v1/commands", { commands: [command] });
  expect(first.json.outcomes[0]).toMatchObject({ status: "accepted" });
  expect(second.json.outcomes[0]).toMatchObject({ status: "accepted", repeated: true });
  expect(second.json.seq).toBeUndefined();
});

test("the same id with other bytes is a conflict, and a replay by another account is not found", async () => {
  const id = newId();
  await officer.post("/api/v1/commands", {
    commands: [text(officer, id, "community.register", community("柳溪村（演示）"))],
  });
  const other = await officer.post("/api/v1/commands", {
    commands: [text(officer, id, "community.register", community("河头村（演示）"))],
  });
  expect(other.json.outcomes[0]).toMatchObject({ status: "conflict", problem: { code: "command.other_bytes" } });
  const foreign = await colleague.post("/api/v1/commands", {
    commands: [text(colleague, id, "community.register", community("东塘村（演示）"))],
  });
  expect(foreign.json.outcomes[0]).toMatchObject({ status: "notFound" });
});

test("a refusal in the middle rolls back nothing else", async () => {
  const known = community("沙湾村（演示）");
  const commands = [
    text(officer, newId(), "community.register", known),
    text(officer, newId(), "community.register", { ...community("重名"), name: known.name }),
    text(officer, newId(), "community.register", { communityId: "no id" }),
    text(officer, newId(), "community.register", community("岭下村（演示）")),
  ];
  const answer = await officer.post("/api/v1/commands", { commands });
  expect(answer.json.outcomes.map((one: { status: string }) => one.status)).toEqual([
    "accepted",
    "refused",
    "refused",
    "accepted",
  ]);
  expect(answer.json.outcomes[2].problem.code).toBe("command.malformed");
});

test("an unknown name or version gets no outcome and stops the request there", async () => {
  const commands = [
    text(officer, newId(), "community.register", community("前村（演示）")),
    text(officer, newId(), "tomorrow.command", {}),
    text(officer, newId(), "community.register", community("后村（演示）")),
  ];
  const answer = await officer.post("/api/v1/commands", { commands });
  expect(answer.json.outcomes).toHaveLength(1);
  expect(answer.json.stopped).toMatchObject({ code: "command.unknown_name" });
});

test("two at once on one row: both are answered, one is refused", async () => {
  const name = "两人同时登记村（演示）";
  const send = (person: Person) =>
    person.post("/api/v1/commands", {
      commands: [text(person, newId(), "community.register", { ...community(name) })],
    });
  const answers = await Promise.all([send(officer), send(colleague)]);
  expect(answers.map((one) => one.json.outcomes[0].status).sort()).toEqual(["accepted", "refused"]);
});

test("the chain and the tables agree", async () => {
  const verdict = await checkTenant(
    office.instance.services.database,
    office.instance.services.dataDir,
    office.tenantId,
    true,
  );
  expect(verdict.chain).toMatchObject({ holds: true });
  expect(verdict.differences).toEqual([]);
});
