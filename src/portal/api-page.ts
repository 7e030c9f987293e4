// The page that renders /openapi.json: every route with its summary, parameters and answer, without script.
import { html } from "ghtml";

export interface DescribedRoute {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly input: string;
  readonly output: string;
}

/** All routes as a page; schemas are JSON text. */
export function apiPage(routes: readonly DescribedRoute[]): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>闭环 API</title>
        <link rel="stylesheet" href="/portal.css" />
      </head>
      <body>
        <main class="page">
          <h1>闭环 API</h1>
          <p>写入只有一个入口：<code>POST /api/v1/commands</code>。机器可读的描述在 <a href="/openapi.json">/openapi.json</a>。</p>
          !${routes.map(routeSection).join("")}
        </main>
      </body>
    </html>`;
}

function routeSection(route: DescribedRoute): string {
  return html`<details>
    <summary><code>${route.method} ${route.path}</code> ${route.summary}</summary>
    <h2>Input</h2>
    <pre>${route.input}</pre>
    <h2>Output</h2>
    <pre>${route.output}</pre>
  </details>`;
}
