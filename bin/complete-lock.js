// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry in use does
// not carry them. Without their entries `npm ci` refuses the lock; with them it skips whatever is not for this machine.
// Run it after every `npm install` behind an incomplete mirror.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = {
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  linuxmusl: "linux",
  openbsd: "openbsd",
  openharmony: "openharmony",
  win32: "win32",
  windows: "win32",
  wasm32: "wasm",
};
const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64", "wasm32"];

/** What a platform package's own name says of where it runs. */
function placeOf(name) {
  const words = name.split("/").at(-1).split(/[-.]/);
  const os = words.map((word) => systems[word]).find(Boolean) ?? "unknown";
  const cpu =
    processors.find((one) => words.some((word) => word === one || (word === "arm" && one === "arm"))) ?? "unknown";
  const musl = words.some((word) => word.includes("musl"));
  return { os: [os], cpu: [cpu], ...(musl ? { libc: ["musl"] } : {}) };
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${path ? `${path}/` : ""}node_modules/${name}`, `node_modules/${name}`];
    if (places.some((place) => lock.packages[place])) continue;
    const version = String(range).replace(/^[\^~>=v]+/, "");
    lock.packages[`node_modules/${name}`] = {
      version,
      ...placeOf(name),
      ...(entry.dev ? { dev: true } : {}),
      license: "UNKNOWN",
      optional: true,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added`);
