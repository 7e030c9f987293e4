// Builds the office app into dist/console; in development it stands beside the server and hands its requests on.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = "http://127.0.0.1:8080";

export default defineConfig({
  root: here("src/console"),
  base: "/console/",
  plugins: [react()],
  build: { outDir: here("dist/console"), emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 1200 },
  server: {
    port: 5173,
    proxy: { "/api": server, "/sign-in": server, "/l": server, "/p": server, "/public": server, "/app": server },
  },
});
