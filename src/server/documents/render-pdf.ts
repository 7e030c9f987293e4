// Documents become PDF here: form data, template and pictures in, bytes out; the same input gives the same bytes.
// Numbering and filing are not done here.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import type { Problem } from "#domain/kernel/result.ts";
import { DOCUMENT_FONTS } from "./fonts.ts";
import { findMissingPhoto, type PhotoBytes, type PrintedDocument, printedPhotos } from "./printed-photos.ts";
import { proofQrSvg } from "./proof-qr.ts";
import type { RenderMessage, RenderReply, WorkerSettings } from "./typst-worker.ts";

const TEMPLATES_FOLDER = fileURLToPath(new URL("../../../templates", import.meta.url));

const TEMPLATE_FOLDERS = {
  onSiteRecord: "on-site-record",
  inspectionReport: "inspection-report",
  referralPackage: "referral-package",
} as const;

export type DocumentTemplate = keyof typeof TEMPLATE_FOLDERS;

export interface RenderRequest {
  readonly template: DocumentTemplate;
  readonly data: PrintedDocument;
  readonly photos: PhotoBytes;
}

export interface PdfRenderer {
  renderPdf(request: RenderRequest): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** A document that could not be made; `problem` is what a person is told, `diagnostics` what the log keeps. */
export class RenderError extends Error {
  readonly problem: Problem;
  readonly diagnostics: readonly string[];

  constructor(problem: Problem, diagnostics: readonly string[] = []) {
    super([problem.code, JSON.stringify(problem.params), ...diagnostics].join(" "));
    this.name = "RenderError";
    this.problem = problem;
    this.diagnostics = diagnostics;
  }
}

/** 16 hexadecimal characters over the template's source and the fonts; kept with every issued document. */
export function templateVersion(template: DocumentTemplate): string {
  const hash = createHash("sha256");
  for (const file of ["official-form.typ", join(TEMPLATE_FOLDERS[template], "main.typ")]) {
    hash.update(readFileSync(join(TEMPLATES_FOLDER, file)));
  }
  for (const font of DOCUMENT_FONTS) hash.update(font.sha256);
  return hash.digest("hex").slice(0, 16);
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** One worker, started at the first document; one that dies fails what it held and is replaced at the next document. */
class WorkerRenderer implements PdfRenderer {
  readonly #settings: WorkerSettings;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  constructor(settings: WorkerSettings) {
    this.#settings = settings;
  }

  async renderPdf({ template, data, photos }: RenderRequest): Promise<Uint8Array> {
    if (data.form.form !== template) throw new TypeError(`${data.form.form} is not printed as ${template}`);
    const missing = findMissingPhoto(data, photos);
    if (missing) throw new RenderError(missing);
    this.#lastId += 1;
    const message: RenderMessage = { id: this.#lastId, ...messageOf(template, data, photos) };
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    this.#waiting.set(message.id, { resolve, reject });
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(message);
    return promise;
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#fail(new Error("the PDF renderer was stopped"));
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./typst-worker.ts", import.meta.url), { workerData: this.#settings });
    worker.on("message", (reply: RenderReply) => this.#answer(reply));
    worker.on("error", (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => this.#worker === worker && this.#fail(new Error("the PDF worker stopped")));
    return worker;
  }

  #answer(reply: RenderReply) {
    const asked = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("pdf" in reply) asked?.resolve(reply.pdf);
    else asked?.reject(new RenderError({ code: "document.render_failed", params: {} }, reply.diagnostics));
    if (this.#waiting.size === 0) this.#worker?.unref();
  }

  #fail(error: Error) {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** `extraFonts` are the files of `BIHUAN_FONTS` (`parseFontList`). */
export function startPdfRenderer(options: { readonly extraFonts?: readonly string[] } = {}): PdfRenderer {
  return new WorkerRenderer({ templatesFolder: TEMPLATES_FOLDER, extraFonts: options.extraFonts ?? [] });
}

function messageOf(template: DocumentTemplate, data: PrintedDocument, photos: PhotoBytes): Omit<RenderMessage, "id"> {
  const printed = [...printedPhotos(data).keys()];
  return {
    template: TEMPLATE_FOLDERS[template],
    data: {
      form: data.form,
      signing: data.signing ?? null,
      release: data.release ?? null,
      digest: canonicalDigest(data.form),
      proofQr: data.proofUrl ? proofQrSvg(data.proofUrl) : null,
    },
    photos: new Map(printed.map((sha256) => [sha256, photos.get(sha256) ?? new Uint8Array()])),
  };
}
