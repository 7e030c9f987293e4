// Light, dark or glare, and large type: attributes of <html>, remembered on this device.
export const themes = ["light", "dark", "glare"] as const;
export type Theme = (typeof themes)[number];

export interface Appearance {
  readonly theme: Theme;
  readonly large: boolean;
}

const THEME_KEY = "bihuan.theme";
const TYPE_KEY = "bihuan.type";

/** What this device remembers; without a choice the system's light or dark. */
export function readAppearance(): Appearance {
  const stored = remembered(THEME_KEY);
  const theme = themes.find((one) => one === stored) ?? (prefersDark() ? "dark" : "light");
  return { theme, large: remembered(TYPE_KEY) === "large" };
}

/** Puts it on the page. */
export function showAppearance({ theme, large }: Appearance): void {
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.type = large ? "large" : "normal";
}

export function rememberAppearance(appearance: Appearance): void {
  showAppearance(appearance);
  remember(THEME_KEY, appearance.theme);
  remember(TYPE_KEY, appearance.large ? "large" : "normal");
}

function prefersDark(): boolean {
  return typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
}

/** A browser may forbid storage; then nothing is remembered and everything still works. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private mode: the choice holds until the page is closed.
  }
}
