// Addresses below /console: the shell around every page, each page's code loaded when it is opened.
import { createBrowserRouter, type RouteObject } from "react-router";
import { pages } from "./pages.tsx";
import { CrashedPage } from "./shell/crashed-page.tsx";
import { HomePage } from "./shell/home-page.tsx";
import { LoadingPage } from "./shell/loading-page.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import { Shell } from "./shell/shell.tsx";

const children: RouteObject[] = [
  { index: true, Component: HomePage },
  ...pages.map(
    ({ path, load }): RouteObject => ({
      path,
      lazy: async () => ({ Component: await load() }),
      ErrorBoundary: CrashedPage,
    }),
  ),
  { path: "*", Component: NotFoundPage },
];

export const router = createBrowserRouter(
  [{ path: "/", Component: Shell, ErrorBoundary: CrashedPage, HydrateFallback: LoadingPage, children }],
  { basename: "/console" },
);
