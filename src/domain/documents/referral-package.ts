// 移送材料: what the subdistrict hands to those who enforce. Facts, hazards, duties cited, penalty clauses apart (they say
// what may follow, never what was broken), and the log of how the enterprise was told. It orders and reckons nothing.
import { z } from "zod";
import { clockOf, dayOf, type Instant, localDateSchema } from "../calendar/local-date.ts";
import { type CitationFacts, citationOf, citationSchema } from "./citation.ts";
import { type HazardFacts, hazardEntryOf, hazardEntrySchema } from "./hazard-entry.ts";
import { clockSchema, sha256Schema } from "./photo-entry.ts";
import { type VisitFacts, visitHeadingOf, visitHeadingSchema } from "./visit-heading.ts";

const logLineSchema = z.strictObject({
  on: localDateSchema,
  at: clockSchema,
  /** What happened, by the label of its command, as the hazard's timeline says it. */
  act: z.string().min(1).max(200),
  person: z.string().max(120).nullable(),
  document: z.string().max(120).nullable(),
});

const attachmentSchema = z.strictObject({
  name: z.string().min(1).max(200),
  number: z.string().max(80).nullable(),
  sha256: sha256Schema,
});

export const referralPackageSchema = z.strictObject({
  form: z.literal("referralPackage"),
  formVersion: z.literal(1),
  number: z.string().min(1).max(80).nullable(),
  visit: visitHeadingSchema,
  /** With the delegated item and its basis, where the subdistrict's own officers take it. */
  receiver: z.string().min(1).max(800),
  referredOn: localDateSchema,
  decidedBy: z.string().min(1).max(80),
  /** Own overdue, refusal, or three failed rounds: the only grounds. */
  ground: z.enum(["overdue", "refusal", "threeFailedRounds"]),
  facts: z.string().min(1).max(4000),
  hazards: z.array(hazardEntrySchema).min(1).max(100),
  penalties: z.array(citationSchema).max(40),
  serviceLog: z.array(logLineSchema).max(500),
  attachments: z.array(attachmentSchema).max(500),
});

export type ReferralPackage = z.infer<typeof referralPackageSchema>;

export interface ReferralPackageFacts {
  readonly number: string | null;
  readonly visit: VisitFacts;
  readonly receiver: string;
  readonly referredOn: string;
  readonly decidedBy: string;
  readonly ground: ReferralPackage["ground"];
  readonly facts: string;
  readonly hazards: readonly HazardFacts[];
  readonly penalties: readonly CitationFacts[];
  readonly serviceLog: readonly {
    readonly at: Instant;
    readonly act: string;
    readonly person?: string | null;
    readonly document?: string | null;
  }[];
  readonly attachments: readonly z.infer<typeof attachmentSchema>[];
}

export function referralPackageOf(facts: ReferralPackageFacts): ReferralPackage {
  const log = facts.serviceLog.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return referralPackageSchema.parse({
    form: "referralPackage",
    formVersion: 1,
    number: facts.number,
    visit: visitHeadingOf(facts.visit),
    receiver: facts.receiver,
    referredOn: facts.referredOn,
    decidedBy: facts.decidedBy,
    ground: facts.ground,
    facts: facts.facts,
    hazards: facts.hazards.map(hazardEntryOf),
    penalties: facts.penalties.map(citationOf),
    serviceLog: log.map((line) => ({
      on: dayOf(line.at),
      at: clockOf(line.at),
      act: line.act,
      person: line.person ?? null,
      document: line.document ?? null,
    })),
    attachments: facts.attachments,
  });
}
