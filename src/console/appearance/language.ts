// The language of labels: Chinese first, English for those who do not read it. Remembered on this device.
import { createContext, useContext } from "react";
import type { Label } from "#domain/kernel/label.ts";

export type Language = keyof Label;

const KEY = "bihuan.language";

export const LanguageContext = createContext<Language>("zh");

/** Picks the words: `say("企业", "Enterprises")`. */
export function useSay(): (zh: string, en: string) => string {
  const language = useContext(LanguageContext);
  return (zh, en) => (language === "zh" ? zh : en);
}

/** Picks a label of the domain: `word(holderLabels.enterprise)`. */
export function useWord(): (label: Label) => string {
  const language = useContext(LanguageContext);
  return (label) => label[language];
}

export function readLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "zh";
  } catch {
    return "zh";
  }
}

export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is forbidden: the choice holds until the page is closed.
  }
}
