// For operators: alive, ready, figures, and the API's description.
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { z } from "zod";
import { apiPage, type DescribedRoute } from "#portal/api-page.ts";
import type { Services } from "../server-parts.ts";

/** Before any route is registered, so that all of them are described. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: { title: "Bihuan 闭环", version: "1", description: "Every route of the API; writing goes by commands." },
    },
    transform: (input) =>
      input.url.startsWith("/api/") ? jsonSchemaTransform(input) : { schema: { hide: true }, url: input.url },
  });
}

export function registerHealth(app: FastifyInstance, services: Services): void {
  const anyone = { config: { by: "anyone" } } as const;
  app.get("/healthz", anyone, async () => ({ alive: true }));
  app.get("/readyz", anyone, async (_request, reply) => {
    const ready = await services.database.pool.query("select 1").then(
      () => true,
      () => false,
    );
    return reply.status(ready ? 200 : 503).send({ ready });
  });
  app.get("/metrics", anyone, async (_request, reply) => {
    const { pool } = services.database;
    const memory = process.memoryUsage();
    const lines = [
      `bihuan_database_connections ${pool.totalCount}`,
      `bihuan_database_connections_idle ${pool.idleCount}`,
      `bihuan_database_requests_waiting ${pool.waitingCount}`,
      `process_resident_memory_bytes ${memory.rss}`,
      `nodejs_heap_used_bytes ${memory.heapUsed}`,
      `process_uptime_seconds ${Math.round(process.uptime())}`,
    ];
    return reply.type("text/plain; version=0.0.4").send(`${lines.join("\n")}\n`);
  });
  app.get("/openapi.json", anyone, async () => app.swagger());
  app.get("/api", anyone, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(apiPage(describedRoutes(app))),
  );
}

function describedRoutes(app: FastifyInstance): DescribedRoute[] {
  const described: DescribedRoute[] = [];
  for (const [path, methods] of Object.entries(app.swagger().paths ?? {}))
    for (const [method, operation] of Object.entries(methods ?? {})) {
      const { summary = "", parameters, requestBody, responses } = describedOperation.parse(operation);
      const input = JSON.stringify({ parameters, requestBody }, null, 2);
      described.push({
        method: method.toUpperCase(),
        path,
        summary,
        input,
        output: JSON.stringify(responses, null, 2),
      });
    }
  return described;
}

const describedOperation = z.object({
  summary: z.string().optional(),
  parameters: z.unknown(),
  requestBody: z.unknown(),
  responses: z.unknown(),
});
