// Builds the expert's phone app into dist/field: everything is precached, so that it opens and works without a signal.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** Modules of these folders, and the schema library, do nothing by being loaded: a chunk leaves out what it does not use. */
const hasEffects = (id: string) => !/\/src\/(domain|api)\/|\/node_modules\/zod\//.test(id);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("src/field"),
  base: "/field/",
  plugins: [
    react(),
    VitePWA({
      registerType: "prompt",
      // The app registers by itself: the content policy allows no inline script.
      injectRegister: null,
      scope: "/field/",
      manifest: {
        id: "/field/",
        name: "闭环·现场",
        short_name: "闭环现场",
        description: "检查、记隐患、复查、签字，没有信号也能用",
        lang: "zh-CN",
        start_url: "/field/",
        scope: "/field/",
        display: "standalone",
        orientation: "portrait",
        background_color: "#F6F6F2",
        theme_color: "#14596B",
        icons: [
          { src: "icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,png,wasm,webmanifest}"],
        navigateFallback: "/field/index.html",
        navigateFallbackAllowlist: [/^\/field\//],
        navigateFallbackDenylist: [/^\/api\//],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  resolve: {
    // The build for browsers of this decade is smaller than the one the package hands out; all of the app uses this one.
    alias: { dexie: here("node_modules/dexie/dist/modern/dexie.min.mjs") },
  },
  worker: { format: "es" },
  build: {
    rolldownOptions: { treeshake: { moduleSideEffects: hasEffects } },
    outDir: here("dist/field"),
    emptyOutDir: true,
    sourcemap: false,
    target: "es2022",
  },
});
