// Starts the phone app: appearance, persistent storage, the service worker, then the screens.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readAppearance, showAppearance } from "#ui/appearance.ts";
import { IconSprite } from "#ui/icon-sprite.tsx";
import "#ui/ui.css";
import "./styles/frame.css";
import "./styles/rows.css";
import "./styles/visit.css";
import "./styles/capture.css";
import "./styles/finish.css";
import "./styles/search.css";
import { FieldApp } from "./app/field-app.tsx";
import { watchInstall } from "./app/install.ts";
import { registerWorker } from "./app/new-version.ts";

showAppearance(readAppearance());
registerWorker();
watchInstall();
// Unsent work must outlive a browser that clears unused sites; asking again is harmless.
void navigator.storage?.persist?.();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <IconSprite />
      <FieldApp />
    </StrictMode>,
  );
}
