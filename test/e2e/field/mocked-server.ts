// Answers of a server for looking at the phone's screens without one: a session, a snapshot, the library, and outcomes.
import { fileURLToPath } from "node:url";
import type { BrowserContext, Route } from "@playwright/test";
import { AGENCY, EXPERT, sampleId, sampleSnapshot, TENANT } from "#field/store/sample-snapshot.ts";
import { readReference } from "#server/library/read-reference.ts";

const REFERENCE = fileURLToPath(new URL("../../../reference", import.meta.url));

export interface MockedServer {
  /** Commands as they arrived. */
  readonly received: string[];
  signedIn: boolean;
  reachable: boolean;
  /** Refuses commands of these names. */
  readonly refuse: Map<string, string>;
}

export async function mockServer(context: BrowserContext, day: string, picture: Buffer): Promise<MockedServer> {
  const server: MockedServer = { received: [], signedIn: true, reachable: true, refuse: new Map() };
  const membership = {
    tenantId: TENANT,
    tenantName: "石埠街道",
    id: EXPERT,
    role: "expert",
    roleLabel: "专家",
    scopeId: AGENCY,
    scopeName: "杭州安巡安全技术有限公司（演示）",
    displayName: "周工",
  };
  const library = { version: 1, rows: { ...readReference(REFERENCE), version: 1 } };
  const session = () => ({
    accountId: sampleId(9),
    displayName: "周工",
    memberships: [membership],
    current: membership,
    now: new Date().toISOString(),
  });
  const signedOut = { problem: { code: "session.none", params: {}, text: "登录已过期，请重新登录。没交的内容还在。" } };
  await context.route(/\/api\/v1\//, async (route: Route) => {
    if (!server.reachable) return route.abort("internetdisconnected");
    const url = new URL(route.request().url());
    const method = route.request().method();
    if (url.pathname.endsWith("/session") && method === "POST") {
      server.signedIn = true;
      return route.fulfill({ json: session() });
    }
    if (!server.signedIn) return route.fulfill({ status: 401, json: signedOut });
    if (url.pathname.endsWith("/session")) return route.fulfill({ json: session() });
    if (url.pathname.endsWith("/sync"))
      return route.fulfill({ json: { ...sampleSnapshot(day), now: new Date().toISOString() } });
    if (url.pathname.endsWith("/holdings"))
      return route.fulfill({ json: heldElsewhere(route.request().postData() ?? "{}") });
    if (url.pathname.endsWith("/library")) return route.fulfill({ json: library });
    if (url.pathname.endsWith("/commands"))
      return route.fulfill({ json: { outcomes: outcomesOf(server, route.request().postData() ?? "{}") } });
    if (url.pathname.includes("/photos/") && method === "GET")
      return route.fulfill({ body: picture, contentType: "image/jpeg" });
    return route.fulfill({ json: { stored: true } });
  });
  return server;
}

/** Another phone of the same visits with something left to send. */
function heldElsewhere(body: string) {
  const { visits }: { visits: { visitId: string }[] } = JSON.parse(body);
  const now = new Date().toISOString();
  const left = { deviceId: sampleId(77), personName: "周工", commands: 2, photos: 5, unsorted: 1, saidAt: now };
  return { now, others: visits.map(({ visitId }) => ({ visitId, ...left })) };
}

function outcomesOf(server: MockedServer, body: string) {
  const { commands }: { commands: string[] } = JSON.parse(body);
  return commands.map((text) => {
    server.received.push(text);
    const { id, name }: { id: string; name: string } = JSON.parse(text);
    const why = server.refuse.get(name);
    if (!why) return { id, status: "accepted" };
    return { id, status: "refused", problem: { code: "reinspection.contradicts", params: {}, text: why } };
  });
}
