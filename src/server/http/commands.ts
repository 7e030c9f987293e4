// The door of the one write path.
import type { FastifyInstance } from "fastify";
import { postCommands } from "#api/commands.ts";
import { actorOf } from "../access/sessions.ts";
import { handleCommands } from "../commands/handle.ts";
import type { Answer } from "../commands/outcome.ts";
import { parseCommands } from "../commands/parse.ts";
import type { Services } from "../server-parts.ts";
import { oldAppNotice } from "../sync/old-app.ts";
import { notFound, spoken } from "./problems.ts";
import { registerSignedIn } from "./register.ts";

export function registerCommands(app: FastifyInstance, services: Services): void {
  registerSignedIn(app, services, postCommands, async ({ body, principal, request }) => {
    const parsed = parseCommands(body.commands);
    const envelope = parsed.commands[0]?.envelope;
    if (!envelope) return { outcomes: [], ...(parsed.stopped ? { stopped: spoken(parsed.stopped) } : {}) };
    const membership = principal.memberships.find(
      (one) => one.id === envelope.membership && one.tenantId === envelope.tenant,
    );
    if (!membership) throw notFound();
    const sender = { accountKey: `account:${principal.session.accountId}`, actor: actorOf(membership) };
    const answer = await handleCommands(services.writePath, sender, parsed.commands);
    return {
      ...spokenAnswer({ ...answer, stopped: answer.stopped ?? parsed.stopped }),
      ...(sender.actor.role === "expert" ? oldAppNotice(request.headers) : {}),
    };
  });
}

/** An answer with each problem in words. */
export function spokenAnswer(answer: Answer) {
  return {
    outcomes: answer.outcomes.map(({ problem, ...rest }) => (problem ? { ...rest, problem: spoken(problem) } : rest)),
    ...(answer.stopped ? { stopped: spoken(answer.stopped) } : {}),
    ...(answer.seq === undefined ? {} : { seq: answer.seq }),
  };
}
