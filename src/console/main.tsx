// The office app starts here: appearance first, so that nothing flashes; then session, then the router.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { readAppearance, showAppearance } from "#ui/appearance.ts";
import { IconSprite } from "#ui/icon-sprite.tsx";
import "#ui/ui.css";
import "./styles/shell.css";
import "./styles/page.css";
import "./styles/list.css";
import { AppearanceProvider } from "./appearance/appearance-context.tsx";
import { readLanguage, rememberLanguage } from "./appearance/language.ts";
import { Themed } from "./appearance/themed.tsx";
import { RefusedError } from "./request/failures.ts";
import { router } from "./router.tsx";
import { SessionGate } from "./session/session-gate.tsx";

showAppearance(readAppearance());
rememberLanguage(readLanguage());

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays a refusal; only a lost connection is worth a second try.
      retry: (failures, error) => !(error instanceof RefusedError) && failures < 2,
    },
  },
});

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");
createRoot(root).render(
  <StrictMode>
    <AppearanceProvider>
      <Themed>
        <QueryClientProvider client={queries}>
          <IconSprite />
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </Themed>
    </AppearanceProvider>
  </StrictMode>,
);
