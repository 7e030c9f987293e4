import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { DOCUMENT_FONTS } from "./documents/fonts.ts";

const [serif, bold] = DOCUMENT_FONTS.map(({ file }) => createRequire(import.meta.url).resolve(file));

describe("configuration", () => {
  it("starts without any variable, on the loopback address", () => {
    expect(readConfig({})).toMatchObject({ port: 8080, host: "127.0.0.1", dataDir: "./data", extraFonts: [] });
  });

  it("names every variable that is wrong", () => {
    expect(() => readConfig({ PORT: "99999", PUBLIC_URL: "bihuan" })).toThrow(/PORT: [\s\S]*PUBLIC_URL: /);
  });

  it("takes font files of BIHUAN_FONTS as a list of paths", () => {
    expect(readConfig({ BIHUAN_FONTS: `${serif}${delimiter}${bold}` }).extraFonts).toEqual([serif, bold]);
  });

  it("names the font file that cannot be printed with, at start", () => {
    const broken = join(mkdtempSync(join(tmpdir(), "bihuan-fonts-")), "broken.ttf");
    writeFileSync(broken, "this is no font");
    expect(() => readConfig({ BIHUAN_FONTS: "/no/such.ttf" })).toThrow("BIHUAN_FONTS: /no/such.ttf: cannot be read");
    expect(() => readConfig({ BIHUAN_FONTS: broken })).toThrow(`BIHUAN_FONTS: ${broken}: cannot be read as a font`);
    expect(() => readConfig({ BIHUAN_FONTS: "/fonts/a.woff2" })).toThrow("only .ttf and .otf files");
  });
});
