// Theme, type size and language of this device, and the one place that changes them.
import { createContext, type ReactNode, useContext, useState } from "react";
import { type Appearance, readAppearance, rememberAppearance } from "#ui/appearance.ts";
import { type Language, LanguageContext, readLanguage, rememberLanguage } from "./language.ts";

interface AppearanceActs extends Appearance {
  readonly language: Language;
  readonly change: (next: Partial<Appearance>) => void;
  readonly speak: (language: Language) => void;
}

const AppearanceContext = createContext<AppearanceActs | undefined>(undefined);

export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [appearance, setAppearance] = useState(readAppearance);
  const [language, setLanguage] = useState(readLanguage);
  const acts: AppearanceActs = {
    ...appearance,
    language,
    change(next) {
      const changed = { ...appearance, ...next };
      rememberAppearance(changed);
      setAppearance(changed);
    },
    speak(chosen) {
      rememberLanguage(chosen);
      setLanguage(chosen);
    },
  };
  return (
    <AppearanceContext value={acts}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </AppearanceContext>
  );
}

export function useAppearance(): AppearanceActs {
  const acts = useContext(AppearanceContext);
  if (!acts) throw new Error("no appearance around this page");
  return acts;
}
