// Builds the office app into dist/console; `bihuan dev` serves its sources.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("src/console"),
  base: "/console/",
  plugins: [react()],
  build: { outDir: here("dist/console"), emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 1200 },
});
