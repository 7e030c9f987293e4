// Documents of visits and referrals: the list, one with what it still lacks, and its PDF.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { hazardPageRoles } from "./hazards.ts";
import { defineRoute, hazardReaders } from "./route.ts";

export const documentKinds = ["onSiteRecord", "inspectionReport", "referralPackage"] as const;
export const documentStates = ["draft", "reviewed", "issued", "void"] as const;

export const documentFilterSchema = z.object({
  kind: z.enum(documentKinds).optional(),
  state: z.enum(documentStates).optional(),
  enterprise: z.uuid().optional(),
  community: z.uuid().optional(),
  /** Part of a number or of an enterprise's name. */
  text: z.string().trim().max(60).optional(),
  /** Carried along by links of the overview; a document belongs to no service year. */
  year: z.coerce.number().int().optional(),
});
export type DocumentFilter = z.output<typeof documentFilterSchema>;

export const documentRowSchema = z.object({
  id: z.uuid(),
  kind: z.enum(documentKinds),
  number: z.string(),
  state: z.enum(documentStates),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  agencyName: z.string().nullable(),
  visitId: z.uuid().nullable(),
  hazardId: z.uuid().nullable(),
  inspectedOn: localDateSchema.nullable(),
  expertName: z.string().nullable(),
  draftedAt: z.string(),
  draftedByName: z.string(),
  reviewedAt: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  releasedAt: z.string().nullable(),
  releasedByName: z.string().nullable(),
  onePersonRelease: z.boolean(),
  dueOn: localDateSchema.nullable(),
  voidReason: z.string().nullable(),
  printed: z.boolean(),
});
export type DocumentRow = z.output<typeof documentRowSchema>;

export const listDocuments = defineRoute({
  method: "GET",
  path: "/api/v1/documents",
  summary: "On-site records, inspection reports and referral packages, newest first, a page of 50",
  by: hazardPageRoles,
  query: documentFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(documentRowSchema),
    /** Reports that wait, whatever is filtered. */
    waiting: z.object({ draft: z.int(), reviewed: z.int() }),
  }),
});

export const documentPageSchema = z.object({
  day: localDateSchema,
  document: documentRowSchema.extend({ dataDigest: z.string(), proofCode: z.string().nullable() }),
  hazards: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      place: z.string(),
      description: z.string(),
      severity: z.enum(["general", "suspectedMajor", "major"]),
      status: z.string(),
      photos: z.int(),
      photosStored: z.int(),
    }),
  ),
  /** What a report lacks before it can be released; empty for everything else. */
  missing: z.array(
    z.object({
      code: z.string(),
      hazardId: z.uuid().nullable(),
      /** A photo whose loss the agency's lead may confirm. */
      slotId: z.uuid().nullable(),
      text: z.string(),
      textEn: z.string(),
    }),
  ),
  signatures: z.array(
    z.object({
      signer: z.enum(["expert", "accompanying", "enterprise"]),
      name: z.string(),
      refused: z.boolean(),
      refusalReason: z.string().nullable(),
      signedAt: z.string(),
    }),
  ),
  acts: z.array(z.enum(["report.review", "report.release", "document.void"])),
  /** Why an act that is this role's cannot be done yet, as a sentence. */
  waitsFor: z.string().nullable(),
  mayConfirmLoss: z.boolean(),
});
export type DocumentPage = z.output<typeof documentPageSchema>;

export const getDocument = defineRoute({
  method: "GET",
  path: "/api/v1/documents/:id",
  summary: "One document: who reviewed and released it, its hazards, and what it still lacks",
  by: hazardPageRoles,
  params: z.object({ id: z.uuid() }),
  response: documentPageSchema,
});

export const getDocumentPdf = defineRoute({
  method: "GET",
  path: "/api/v1/documents/:id/pdf",
  summary: "The issued document as PDF, as it was filed under its hash",
  by: hazardReaders,
  params: z.object({ id: z.uuid() }),
  response: z.any(),
});
