// Whether a referral package is as it was made: names every file that was changed, is missing or was added. Trusts only bytes.
import JSZip from "jszip";
import {
  MANIFEST_FILE,
  manifestSignatureSchema,
  type PackageManifest,
  packageManifestSchema,
  SIGNATURE_FILE,
} from "#domain/documents/package-manifest.ts";
import { isSignedManifest, sha256Of } from "./sign-manifest.ts";

export interface PackageVerdict {
  readonly manifest: PackageManifest | undefined;
  /** Base64 of the key it is signed with; undefined where the signature does not hold. */
  readonly publicKey: string | undefined;
  /** Each in a sentence with the file's name; none: it holds. */
  readonly faults: readonly string[];
}

const MOST_BYTES = 2_000_000_000;

export async function verifyPackage(bytes: Uint8Array): Promise<PackageVerdict> {
  const broken = (fault: string): PackageVerdict => ({ manifest: undefined, publicKey: undefined, faults: [fault] });
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    return broken("not a ZIP file, or cut off");
  }
  const list = await zip.file(MANIFEST_FILE)?.async("uint8array");
  const sig = await zip.file(SIGNATURE_FILE)?.async("string");
  if (!list || !sig) return broken(`${list ? SIGNATURE_FILE : MANIFEST_FILE}: missing`);
  const manifest = packageManifestSchema.safeParse(parsed(Buffer.from(list).toString("utf8")));
  if (!manifest.success) return broken(`${MANIFEST_FILE}: not a list of a referral package`);
  const signature = manifestSignatureSchema.safeParse(parsed(sig));
  const signed = signature.success && isSignedManifest(list, signature.data);
  return {
    manifest: manifest.data,
    publicKey: signed ? signature.data.publicKey : undefined,
    faults: [
      ...(signed ? [] : [`${MANIFEST_FILE}: the signature does not hold`]),
      ...(await fileFaults(zip, manifest.data)),
    ],
  };
}

async function fileFaults(zip: JSZip, { files }: PackageManifest): Promise<readonly string[]> {
  if (files.reduce((sum, file) => sum + file.bytes, 0) > MOST_BYTES) return ["the list claims more than 2 GB"];
  const faults: string[] = [];
  for (const { path, bytes, sha256 } of files) {
    const found = await readEntry(zip, path);
    if (found === undefined) faults.push(`${path}: missing`);
    else if (found === "damaged") faults.push(`${path}: damaged`);
    else if (found.byteLength !== bytes || sha256Of(found) !== sha256) faults.push(`${path}: changed`);
  }
  const listed = new Set([...files.map((file) => file.path), MANIFEST_FILE, SIGNATURE_FILE]);
  const added = Object.values(zip.files).filter((entry) => !entry.dir && !listed.has(entry.name));
  return [...faults, ...added.map((entry) => `${entry.name}: not in the list`)];
}

/** An entry whose bytes cannot be unpacked is a fault of that entry and not of the whole. */
async function readEntry(zip: JSZip, path: string): Promise<Uint8Array | "damaged" | undefined> {
  const entry = zip.file(path);
  if (!entry) return undefined;
  try {
    return await entry.async("uint8array");
  } catch {
    return "damaged";
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
