// The fonts of every document, by content: the same bytes must come out on every machine. Extra files
// (`BIHUAN_FONTS`, handed in by the caller) only supply characters that these lack; they never replace them.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type FontTables, readFontTables } from "./font-tables.ts";

/** From @expo-google-fonts 0.4.3 (Noto SC, OFL-1.1). */
export const DOCUMENT_FONTS = [
  {
    file: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    sha256: "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
  },
  {
    file: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    sha256: "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
  },
  {
    file: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    sha256: "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
  },
  {
    file: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
    sha256: "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
  },
] as const;

export interface FontSet {
  readonly paths: readonly string[];
  /** Families of the extra files, in the order given. */
  readonly extraFamilies: readonly string[];
  readonly sha256s: readonly string[];
  /** The characters of `text` that would print as an empty box. */
  uncoveredIn(text: string): string[];
}

/** 'a.ttf:b.otf' of `BIHUAN_FONTS` → paths; TTF and OTF only, Typst reads no woff2. */
export function parseFontList(list: string | undefined, separator: string): string[] {
  const paths = (list ?? "").split(separator).filter(Boolean);
  const wrong = paths.find((path) => !/\.(ttf|otf)$/i.test(path));
  if (wrong) throw new TypeError(`${wrong}: only .ttf and .otf files can be printed with`);
  return paths;
}

/** Loads and asserts the fonts; throws naming the first file that is absent or differs. */
export function loadFonts(extraPaths: readonly string[]): FontSet {
  const resolve = createRequire(import.meta.url).resolve;
  const own = DOCUMENT_FONTS.map(({ file, sha256 }) => ({ path: resolve(file), sha256 }));
  const tables: FontTables[] = [];
  for (const { path, sha256 } of own) {
    const bytes = readFileSync(path);
    if (digestOf(bytes) !== sha256) throw new Error(`font ${path} is not the one documents are made with`);
    tables.push(readFontTables(bytes));
  }
  const extras = extraPaths.map(readExtra);
  return {
    paths: [...own.map(({ path }) => path), ...extraPaths],
    extraFamilies: extras.map((extra) => extra.tables.family),
    sha256s: [...own, ...extras].map(({ sha256 }) => sha256),
    uncoveredIn: (text) =>
      uncovered(
        text,
        tables,
        extras.map((extra) => extra.tables),
      ),
  };
}

function readExtra(path: string) {
  try {
    const bytes = readFileSync(path);
    return { sha256: digestOf(bytes), tables: readFontTables(bytes) };
  } catch (error) {
    throw new TypeError(`${path}: cannot be read as a font (${error instanceof Error ? error.message : error})`);
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function uncovered(text: string, own: readonly FontTables[], extra: readonly FontTables[]): string[] {
  const characters = new Set(text.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, ""));
  return [...characters].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return !own.every((font) => font.covers(codePoint)) && !extra.some((font) => font.covers(codePoint));
  });
}
