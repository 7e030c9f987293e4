import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import { onSiteRecordOf } from "#domain/documents/on-site-record.ts";
import { SAMPLE_VISIT, sampleOnSiteRecord, samplePhotoId } from "#domain/documents/sample-facts.ts";
import { DOCUMENT_FONTS, loadFonts, parseFontList } from "./fonts.ts";
import type { PrintedDocument } from "./printed-photos.ts";
import { proofQrSvg } from "./proof-qr.ts";
import { RenderError, startPdfRenderer, templateVersion } from "./render-pdf.ts";
import { SAMPLES } from "./samples.ts";

const TEMPLATES = fileURLToPath(new URL("../../../templates/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bihuan-documents-"));
const renderer = startPdfRenderer();
const photos = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (let index = 0; index < 80; index += 1) {
    const background = { r: (index * 37) % 256, g: 120, b: 160 };
    photos.set(
      samplePhotoId(index),
      await sharp({ create: { width: 160, height: 120, channels: 3, background } })
        .jpeg()
        .toBuffer(),
    );
  }
});

afterAll(async () => {
  await renderer.stop();
  rmSync(folder, { recursive: true });
});

function render(data: PrintedDocument): Promise<Uint8Array> {
  return renderer.renderPdf({ template: data.form.form, data, photos });
}

function hasPoppler(): boolean {
  const { error } = spawnSync("pdftotext", ["-v"]);
  return error === undefined;
}

function fontsIn(pdf: Uint8Array): string[] {
  const path = join(folder, "fonts.pdf");
  writeFileSync(path, pdf);
  const listed = execFileSync("pdffonts", [path], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return listed.trim().split("\n").slice(2);
}

/** The text of each page without any space. */
function pagesOf(pdf: Uint8Array): string[] {
  const path = join(folder, "text.pdf");
  writeFileSync(path, pdf);
  const text = execFileSync("pdftotext", ["-layout", path, "-"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return text
    .replace(/\f$/, "")
    .split("\f")
    .map((page) => page.replaceAll(/\s/g, ""));
}

function sample(path: string): PrintedDocument {
  const make = SAMPLES[path];
  if (!make) throw new Error(`no sample ${path}`);
  return make();
}

const signed = () => sample("on-site-record/samples/signed.json");
const report = () => sample("inspection-report/samples/twenty-hazards-forty-photos.json");

describe("every sample is on disk as it is made, and prints", () => {
  it.each(Object.keys(SAMPLES))("%s", async (path) => {
    const data = sample(path);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(join(TEMPLATES, path));
    const pdf = await render(data);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  });
});

describe("the paper", () => {
  it("is the same bytes for the same input", async () => {
    const digests = [];
    for (const pdf of [await render(report()), await render(signed()), await render(report())]) {
      digests.push(createHash("sha256").update(pdf).digest("hex"));
    }
    expect(digests[0]).toBe(digests[2]);
    expect(digests[0]).not.toBe(digests[1]);
  });
});

describe.skipIf(!hasPoppler())("the paper, read back by poppler", () => {
  it("embeds our fonts and no others", async () => {
    const fonts = fontsIn(await render(report()));
    expect(fonts.length).toBeGreaterThan(2);
    for (const line of fonts) {
      expect(line).toMatch(/^[A-Z]{6}\+Noto(Serif|Sans)SC-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes/);
    }
  });

  it("says what was signed, with its rare characters and its digest", async () => {
    const data = signed();
    const pages = pagesOf(await render(data));
    expect(pages).toHaveLength(2);
    const text = pages.join("");
    for (const words of [
      "杭州镕堃五金机械有限公司",
      "陶喆",
      "3,200㎡",
      "SS26-03-0117-1",
      "无权罚款",
      "拒绝签字",
      "共2页",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain(canonicalDigest(data.form));
    expect(text).not.toContain("责令");
  });

  it("repeats the head of a table on every page it runs over", async () => {
    const pages = pagesOf(await render(sample("on-site-record/samples/forty-items-long-names.json")));
    const running = pages.filter((page) => page.includes("冲压车间东墙"));
    expect(running.length).toBeGreaterThan(3);
    for (const page of running) expect(page).toContain("部位与隐患");
  });

  it("prints user text literally", async () => {
    const facts = sampleOnSiteRecord(SAMPLE_VISIT, 1, 0);
    const remarks = '#include("/etc/passwd") $x$ *b* _i_ @ref <tag> \\ ] }';
    const pages = pagesOf(await render({ form: onSiteRecordOf({ ...facts, remarks }) }));
    expect(pages.join("")).toContain(remarks.replaceAll(/\s/g, ""));
  });

  it("loses nothing of a hazard that is longer than a page", async () => {
    const facts = sampleOnSiteRecord(SAMPLE_VISIT, 1, 0);
    const hazards = facts.hazards.map((hazard) => ({ ...hazard, advice: `${"逐项整改。".repeat(390)}最后一句` }));
    const pages = pagesOf(await render({ form: onSiteRecordOf({ ...facts, hazards }) }));
    expect(pages.join("")).toContain("最后一句");
  });

  it("says which characters no font has", async () => {
    const facts = sampleOnSiteRecord(SAMPLE_VISIT, 0, 0);
    const pages = pagesOf(await render({ form: onSiteRecordOf({ ...facts, remarks: "𠮷某在场" }) }));
    expect(pages.join("")).toContain("有1个字现有字库不能显示");
  });
});

describe("what cannot be printed", () => {
  it("names the photo that is missing before it starts", async () => {
    const some = new Map([...photos].filter(([sha256]) => sha256 !== samplePhotoId(3)));
    const attempt = renderer.renderPdf({ template: "inspectionReport", data: report(), photos: some });
    await expect(attempt).rejects.toMatchObject({
      problem: {
        code: "document.photo_missing",
        params: { sha256: samplePhotoId(3), name: "隐患2 2#仓库南门（发现时）" },
      },
    });
  });

  it("tells the compiler's words when a picture is broken, and goes on", async () => {
    const broken = new Map(photos).set(samplePhotoId(0), new Uint8Array([1, 2, 3]));
    const attempt = renderer.renderPdf({ template: "inspectionReport", data: report(), photos: broken });
    const error = await attempt.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RenderError);
    expect(error).toMatchObject({
      problem: { code: "document.render_failed" },
      diagnostics: [expect.stringContaining("image")],
    });
    await expect(render(signed())).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe("fonts and templates", () => {
  const fonts = loadFonts([]);

  it("are listed, present and unchanged", () => {
    expect(fonts.sha256s).toEqual(DOCUMENT_FONTS.map((font) => font.sha256));
  });

  it("cover rare names and units but not every character", () => {
    expect(fonts.uncoveredIn("镕堃喆㎡〔2026〕—、㙦")).toEqual([]);
    expect(fonts.uncoveredIn("王𠮷☑")).toEqual(["𠮷", "☑"]);
  });

  it("take extra files for missing characters only by .ttf and .otf", () => {
    expect(parseFontList("/a.ttf:/b.otf", ":")).toEqual(["/a.ttf", "/b.otf"]);
    expect(parseFontList(undefined, ":")).toEqual([]);
    expect(() => parseFontList("/a.woff2", ":")).toThrow("/a.woff2");
  });

  it("have templates that give no orders and need no character we lack", () => {
    const sources = readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".typ"),
    );
    expect(sources.length).toBe(4);
    for (const path of sources) {
      const source = readFileSync(join(TEMPLATES, path), "utf8");
      expect(source).not.toMatch(/责\s*令/);
      expect(fonts.uncoveredIn(source)).toEqual([]);
    }
  });

  it("have a version each", () => {
    expect(templateVersion("onSiteRecord")).toMatch(/^[0-9a-f]{16}$/);
    expect(templateVersion("onSiteRecord")).not.toBe(templateVersion("referralPackage"));
  });

  it("draw the proof code as one path without text", () => {
    const svg = proofQrSvg("https://bihuan.example.cn/proof/7F3K9QXW2M");
    expect(svg).toMatch(/^<svg [^>]+><path [^>]+\/><path fill="#000" d="(M\d+ \d+h\d+v1h-\d+z)+"\/><\/svg>$/);
  });
});
