// 移送材料 as a ZIP: the printed PDF, its data, the photos, the papers served, what was done about it, and a signed list of every
// file with its hash. A photo that has not arrived, or a paper not printed yet, is named instead of being left out silently.
import JSZip from "jszip";
import { MANIFEST_FILE, type PackageManifest, SIGNATURE_FILE } from "#domain/documents/package-manifest.ts";
import type { ReferralPackage } from "#domain/documents/referral-package.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { Services } from "../server-parts.ts";
import { sha256Of, signManifest } from "./sign-manifest.ts";

export interface PackageContent {
  readonly tenantId: string;
  readonly subdistrict: string;
  readonly referralId: string;
  readonly hazardNumber: string;
  readonly data: ReferralPackage;
  readonly photos: readonly Row<"photoSlots">[];
  readonly documents: readonly Row<"documents">[];
  readonly visits: readonly unknown[];
  readonly supervisions: readonly unknown[];
}

interface PackedFile {
  readonly path: string;
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** The bytes of the ZIP. What is missing stands in 缺少的文件.txt, which is listed and hashed like everything else. */
export async function makeReferralZip(services: Services, content: PackageContent): Promise<Uint8Array> {
  const { tenantId, subdistrict, referralId, hazardNumber, data } = content;
  const pdf = await services.renderer.renderPdf({
    template: "referralPackage",
    data: { form: data },
    photos: new Map(),
  });
  const photos = await packPhotos(services, content);
  const papers = await packPapers(services, content);
  const missing = [...photos.missing, ...papers.missing];
  const files: readonly PackedFile[] = [
    { path: "移送材料.pdf", what: "移送材料", bytes: pdf },
    json("移送材料.json", "移送材料的数据", data),
    json("检查记录.json", "历次到场检查和复查", content.visits),
    json("督促记录.json", "历次督促", content.supervisions),
    ...photos.files,
    ...papers.files,
    ...(missing.length > 0
      ? [{ path: "缺少的文件.txt", what: "没有收齐的文件", bytes: Buffer.from(`${missing.join("\n")}\n`, "utf8") }]
      : []),
  ];
  const manifest: PackageManifest = {
    ...{ form: "referralPackageManifest", formVersion: 1, tenantId, subdistrict, referralId, hazardNumber },
    madeAt: services.clock.now(),
    files: files.map(({ path, what, bytes }) => ({ path, what, bytes: bytes.byteLength, sha256: sha256Of(bytes) })),
  };
  const list = Buffer.from(JSON.stringify(manifest, null, 2), "utf8");
  const signature = await signManifest(services, tenantId, list);
  return zipOf([
    ...files,
    { path: MANIFEST_FILE, what: "", bytes: list },
    { path: SIGNATURE_FILE, what: "", bytes: Buffer.from(JSON.stringify(signature, null, 2), "utf8") },
  ]);
}

async function zipOf(files: readonly PackedFile[]): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const { path, bytes } of files) zip.file(path, bytes, { createFolders: false });
  return zip.generateAsync({ type: "uint8array", compression: "STORE" });
}

function json(path: string, what: string, value: unknown): PackedFile {
  return { path, what, bytes: Buffer.from(JSON.stringify(value, null, 2), "utf8") };
}

interface Packed {
  readonly files: readonly PackedFile[];
  readonly missing: readonly string[];
}

async function packPhotos(services: Services, { tenantId, photos }: PackageContent): Promise<Packed> {
  const found = await Promise.all(
    photos.map(async (slot, index) => {
      const name = `照片${index + 1}（${slot.takenAt}）`;
      const bytes = slot.state === "stored" ? await services.blobs.get(tenantId, slot.sha256) : undefined;
      return bytes ? { path: `照片/${index + 1}-${slot.sha256.slice(0, 12)}.jpg`, what: name, bytes } : name;
    }),
  );
  return split(found, "还没有传到，或已登记遗失");
}

async function packPapers(services: Services, { tenantId, documents }: PackageContent): Promise<Packed> {
  const found = await Promise.all(
    documents.map(async ({ number, pdfSha256 }) => {
      const bytes = pdfSha256 ? await services.blobs.get(tenantId, pdfSha256) : undefined;
      const name = number.replaceAll(/[\\/:*?"<>|]/g, "-");
      return bytes ? { path: `文书/${name}.pdf`, what: number, bytes } : `文书${number}`;
    }),
  );
  return split(found, "还没有印出");
}

function split(found: readonly (PackedFile | string)[], why: string): Packed {
  return {
    files: found.flatMap((one) => (typeof one === "string" ? [] : [one])),
    missing: found.flatMap((one) => (typeof one === "string" ? [`${one}：${why}`] : [])),
  };
}
