// A process that is killed in the middle of a job leaves it taken; the queue gives it to the next one.
import pg from "pg";
import { expect, test, vi } from "vitest";
import { newId, openTestOffice } from "./setup/people.ts";

test("a job whose process was killed is run by another after its time", async () => {
  const errors = vi.spyOn(console, "error");
  const { instance, tenantId, ownerUrl, close } = await openTestOffice();
  const { queue } = instance;
  const client = await instance.services.database.pool.connect();
  const job = { tenantId, id: newId() };
  await queue.enqueue(client, [{ name: "document.render", data: job }]);
  client.release();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // What a killed process leaves behind: taken, begun six minutes ago, never ended.
  const taken = "update pgboss.job set state = 'active', started_on = now() - interval '6 minutes' where name = $1";
  await owner.query(taken, ["document.render"]);
  const ran: string[] = [];
  const handlers = { "document.render": async ({ id }: { readonly id: string }) => void ran.push(id) };
  expect(await queue.drain(handlers)).toBe(0);
  await queue.recover();
  await owner.query("update pgboss.job set start_after = now() where name = $1 and state = 'retry'", [
    "document.render",
  ]);
  expect(await queue.drain(handlers)).toBe(1);
  expect(ran).toEqual([job.id]);
  expect(errors.mock.calls).toEqual([]);
  await owner.end();
  await close();
});
